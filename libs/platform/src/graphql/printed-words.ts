import { declaredTerms, languages, type Language } from '#kernel';
import { isEnumType } from 'graphql';
import { glob } from '../database/glob.js';
import { buildSchema } from './printed-schema.js';

/** Enums whose values are not shown as words: refusals bring their own. */
const wordless = new Set(['RefusalCode']);

type PrintedWords = Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

interface Printed {
  readonly words: PrintedWords;
  /** Enums of the schema that have a value without words, or words without such a value, each in one text. */
  readonly unlike: readonly string[];
}

/** The words of every kind and state in the libs, by language, as they are committed beside the schema. */
export async function printedWords(): Promise<Printed> {
  const schema = await buildSchema();
  for (const file of await glob('.terms.js')) await import(file);
  const terms = declaredTerms();
  const unlike = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isEnumType(type) || type.name.startsWith('__') || wordless.has(type.name)) return [];
    const values = type.getValues().map(({ name }) => name);
    const named = Object.keys(terms.get(type.name) ?? {});
    const differing = values
      .filter((name) => !named.includes(name))
      .concat(named.filter((name) => !values.includes(name)));
    if (differing.length === 0) return [];
    return [
      `declareTerms('${type.name}', …) in a *.terms.ts must have the values of the enum: ${differing.join(', ')}`,
    ];
  });
  const kinds = [...terms.keys()].sort();
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(Object.entries(terms.get(kind) ?? {}).map(([value, words]) => [value, words[language]])),
      ]),
    );
  const words = Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) as PrintedWords;
  return { words, unlike };
}
