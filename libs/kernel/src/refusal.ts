import { fill, type Language, type Words } from './language.js';

export type RefusalDetails = Readonly<Record<string, string | number>>;

/**
 * An expected no: services return it, they never throw it. The code is constant; what varies stands in `details`,
 * and the words of the code (which say how to mend it) may name any detail in braces.
 */
export class Refusal<Code extends string = string> {
  constructor(
    readonly code: Code,
    readonly details: RefusalDetails = {},
    /** The input that the refusal is about, as the form and the API name it: `email`, `startsAt`. */
    readonly field?: string,
  ) {}
}

export function isRefusal<T>(answer: T): answer is Extract<T, Refusal> {
  return answer instanceof Refusal;
}

const wordsByCode = new Map<string, Words>();

/** Every code that any lib declared, for the API's enum. Codes are keys and values alike. */
export const refusalCodes: Record<string, string> = {};

type Refusals<T> = { readonly [Code in keyof T & string]: (details?: RefusalDetails, field?: string) => Refusal<Code> };

/**
 * Declares the refusals of one noun with their words, and gives a maker for each:
 * `const refusals = declareRefusals({ SLOT_TAKEN: { es: '…', en: '…' } })`, then `return refusals.SLOT_TAKEN({ … })`.
 */
export function declareRefusals<T extends Readonly<Record<string, Words>>>(words: T): Refusals<T> {
  const makers: Record<string, (details?: RefusalDetails, field?: string) => Refusal> = {};
  for (const [code, texts] of Object.entries(words)) {
    if (wordsByCode.has(code)) throw new Error(`The refusal ${code} is declared twice`);
    wordsByCode.set(code, texts);
    refusalCodes[code] = code;
    makers[code] = (details, field) => new Refusal(code, details, field);
  }
  return makers as Refusals<T>;
}

/** What a person reads: in their language, with the details filled in. */
export function wordsOf(refusal: Refusal, language: Language): string {
  const words = wordsByCode.get(refusal.code);
  if (!words) throw new Error(`The refusal ${refusal.code} was never declared`);
  return fill(words[language], refusal.details);
}
