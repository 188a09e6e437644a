import i18next from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';
import { currentLanguage, type Language } from './language.js';

type Texts = Readonly<Record<string, string>>;

/** `one` and `other` of a plural are asked for by their common name: `t('people', { count })`. */
type Key<T> = keyof T extends infer K ? (K extends `${infer Base}_${'one' | 'other'}` ? Base : K) : never;

/** The texts of one noun in both languages, to be asked with `useWords`. */
export interface Catalogue<T extends Texts> {
  readonly name: string;
  readonly words: { readonly es: T; readonly en: { readonly [K in keyof T]: string } };
}

export type Say<T extends Texts> = (key: Key<T> & string, values?: Readonly<Record<string, string | number>>) => string;

const catalogues = new Map<string, Catalogue<Texts>>();

/**
 * Declares the texts of a noun, Spanish first; English must have the same keys. `{name}` in a text is filled by the values; a text with a
 * number has the keys `x_one` and `x_other` and is asked for as `x` with a `count`.
 */
export function declareWords<T extends Texts>(
  name: string,
  words: { readonly es: T; readonly en: { readonly [K in keyof NoInfer<T>]: string } },
): Catalogue<T> {
  const catalogue = { name, words };
  catalogues.set(name, catalogue);
  if (i18next.isInitialized) addTo(catalogue);
  return catalogue;
}

function addTo({ name, words }: Catalogue<Texts>): void {
  for (const language of ['es', 'en'] as const) i18next.addResourceBundle(language, name, words[language], true, true);
}

/** Catalogues that were declared before i18next was ready. */
export function addDeclaredWords(): void {
  for (const catalogue of catalogues.values()) addTo(catalogue);
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** The noun's texts in the language of the screen, which changes with it. */
export function useWords<T extends Texts>(catalogue: Catalogue<T>): Say<T> {
  const language = useLanguage();
  return useCallback(
    (key, values) => i18next.t(key, { ...values, ns: catalogue.name, lng: language }),
    [catalogue, language],
  );
}
