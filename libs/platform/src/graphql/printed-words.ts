import { declaredTerms, languages, type Language } from '#kernel';
import { isEnumType } from 'graphql';
import { glob } from '../database/glob.js';
import { buildSchema } from './printed-schema.js';

/** Enums whose values are not shown as words: refusals bring their own. */
const wordless = new Set(['RefusalCode']);

type PrintedWords = Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/**
 * The words of every kind and state in the libs, by language, as they are committed beside the schema. Throws where an enum of the schema
 * has a value without words, or words have no such value.
 */
export async function printedWords(): Promise<PrintedWords> {
  const schema = await buildSchema();
  for (const file of await glob('.terms.js')) await import(file);
  const terms = declaredTerms();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || type.name.startsWith('__') || wordless.has(type.name)) continue;
    const values = type.getValues().map(({ name }) => name);
    const named = Object.keys(terms.get(type.name) ?? {});
    const unlike = [
      ...values.filter((name) => !named.includes(name)),
      ...named.filter((name) => !values.includes(name)),
    ];
    if (unlike.length > 0)
      throw new Error(
        `declareTerms('${type.name}', …) in a *.terms.ts names other values than the enum: ${unlike.join(', ')}`,
      );
  }
  const kinds = [...terms.keys()].sort();
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(Object.entries(terms.get(kind) ?? {}).map(([value, words]) => [value, words[language]])),
      ]),
    );
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) as PrintedWords;
}
