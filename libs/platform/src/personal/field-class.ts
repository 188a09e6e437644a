import 'reflect-metadata';

/**
 * Kinds of personal data. A column of one carries it, and whoever may not see it gets it masked. `note`: what people wrote freely.
 * `mention`: what machines wrote and that repeats addresses, such as a mail server's answer.
 */
export type FieldClass = 'document' | 'email' | 'phone' | 'note' | 'mention' | 'secret';

const key = Symbol('personal');

/** States the class of a column of an entity. */
export function Personal(fieldClass: FieldClass): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(key, fieldClass, target, property);
}

export function classOf(entity: abstract new () => object, property: string): FieldClass | null {
  return (Reflect.getMetadata(key, entity.prototype as object, property) as FieldClass | undefined) ?? null;
}

const names: readonly [RegExp, FieldClass][] = [
  [/document_?number/i, 'document'],
  [/e_?mail|to_?address/i, 'email'],
  [/phone/i, 'phone'],
  [/note|remark/i, 'note'],
  [/token|secret|password|code_?hash/i, 'secret'],
];

/** What a name alone tells of a value that stands outside of its entity, as in the audit; null for what is not personal. */
export function personalClassOf(name: string): FieldClass | null {
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** `****1234`, `m***@dominio`; of a secret and a note nothing at all is left. */
export function masked(fieldClass: FieldClass, value: string): string {
  if (fieldClass === 'email') return maskedAddress(value);
  if (fieldClass === 'mention') return value.replace(/[^\s<>@,;:"()]+@[^\s<>@,;:"()]+/g, maskedAddress);
  if (fieldClass === 'document' || fieldClass === 'phone') return `****${lastFour(value)}`;
  return '****';
}

function maskedAddress(address: string): string {
  return address.replace(/^(.)[^@]*(@.*)?$/, (_, first: string, domain = '') => `${first}***${domain}`);
}

function lastFour(value: string): string {
  const signs = value.replace(/\s/g, '');
  return signs.length > 4 ? signs.slice(-4) : '';
}
