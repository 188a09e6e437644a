import { useMemo } from 'react';
import { useLanguage } from './words.js';

/** Where institutions that take part come from: the Americas, the economies of APEC, and Spain. */
const codes =
  'PE BO AR AU BN BR CA CL CN CO CR CU DO EC ES GT HK HN ID JP KR MX MY NI NZ PA PG PH PY RU SG SV TH TW US UY VE VN'.split(
    ' ',
  );

export function useCountryName(): (code: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code) => names.of(code) ?? code;
  }, [language]);
}

/** Peru and Bolivia first, the others by name; with the given one, wherever it is. */
export function useCountryOptions(given?: string): { value: string; label: string }[] {
  const nameOf = useCountryName();
  return useMemo(() => {
    const all = given && !codes.includes(given) ? [...codes, given] : codes;
    const options = all.map((value) => ({ value, label: nameOf(value) }));
    const rest = options.slice(2).toSorted((a, b) => a.label.localeCompare(b.label));
    return [...options.slice(0, 2), ...rest];
  }, [given, nameOf]);
}
