/** Screens and mails speak Spanish first, English second. */
export type Language = 'es' | 'en';

export const languages: readonly Language[] = ['es', 'en'];

/** The same text in every language that the product speaks. */
export type Words = Readonly<Record<Language, string>>;

/** Fills `{name}` in a text. A name without a value is a bug, and thrown as one. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in: ${text}`);
    return String(value);
  });
}
