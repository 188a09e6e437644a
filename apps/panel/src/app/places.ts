import type { Language } from './language.js';
import { matches } from './matching.js';

interface Place {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** Those that the region uses come first; the rest follows by name. */
const near = ['PE', 'BO', 'AR', 'BR', 'CL', 'CO', 'EC', 'PY', 'UY', 'VE'];

/** ISO 3166-1, which no part of Intl lists. */
const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW';

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

export function countryChoices(search: string, language: Language): Place[] {
  const all = codes.split(' ').map((value) => ({ value, label: countryName(value, language), detail: value }));
  return all
    .filter(({ label, value }) => matches(`${label} ${value}`, search))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.label.localeCompare(b.label))
    .slice(0, 40);
}

function placeOf({ value }: Place): number {
  const place = near.indexOf(value);
  return place < 0 ? near.length : place;
}

/** Of the region until something is searched for. */
export function zoneChoices(search: string): Place[] {
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => (search ? matches(zone.replaceAll('_', ' '), search) : zone.startsWith('America/')))
    .toSorted((a, b) => Number(b === 'America/Lima') - Number(a === 'America/Lima'))
    .slice(0, 40)
    .map((value) => ({ value, label: value }));
}
