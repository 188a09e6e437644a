/** Who somebody is, as their row says it. */
export interface Identity {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly documentNumber: string | null;
}

/** What other people have as well, so that to erase it everywhere would erase them. */
export interface Shared {
  readonly name: boolean;
  readonly email: boolean;
  readonly phone: boolean;
}

/** What is put in the place of whatever is erased: safe in text, JSON, arrays and addresses. */
export const erased = 'anonimizado';

/** Every writing by which texts may tell who the person is. Parts of a name alone are other people's as well, and are not among them. */
export function needlesOf(identity: Identity, shared: Shared): string[] {
  const { givenNames, familyNames, email, phone, documentNumber } = identity;
  const names = [`${givenNames} ${familyNames}`, `${familyNames} ${givenNames}`, `${familyNames}, ${givenNames}`];
  const digits = phone?.replace(/\D/g, '') ?? '';
  const plain = documentNumber?.split(/[- ]/)[0];
  const needles = [
    ...(shared.name ? [] : names),
    ...(shared.email || !email ? [] : [email]),
    ...(shared.phone || !phone ? [] : [phone, ...(digits.length >= 6 ? [digits] : [])]),
    ...(documentNumber ? [documentNumber, ...(plain ? [plain] : [])] : []),
  ];
  return [...new Set([...needles, ...needles.map(withoutAccents)])];
}

/** As search columns and people in a hurry write it. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '');
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A PostgreSQL regular expression of all of them: as typed, as HTML and JSON write them, whatever white space stands between words. */
export function patternOf(needles: readonly string[]): string {
  const variants = needles.flatMap((needle) => {
    const html = needle.replace(/[&<>"']/g, (character) => htmlEscapes[character]);
    return [needle, html, JSON.stringify(needle).slice(1, -1)];
  });
  // The longest first: else a part of it would be taken and leave the rest.
  const unique = [...new Set(variants)].sort((one, other) => other.length - one.length);
  return unique.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/ +/g, '\\s+')).join('|');
}
