import { declareRefusals, type Refusal } from '#kernel';

const shortest = 12;
/** Longer ones only cost time to hash. */
export const longestPassword = 200;
/** What must be left of a password without the words that anybody knows of its owner. */
const ownPart = 8;
const fewestCharacters = 5;

export const passwordRefusals = declareRefusals({
  PASSWORD_WRONG_LENGTH: {
    es: 'Elija una contraseña de {from} a {to} caracteres; una frase larga es lo mejor.',
    en: 'Choose a password of {from} to {to} characters; a long phrase is best.',
  },
  PASSWORD_TOO_COMMON: {
    es: 'Esa contraseña está entre las primeras que cualquiera probaría. Elija una frase larga que solo usted diría.',
    en: 'That password is among the first that anybody would try. Choose a long phrase that only you would say.',
  },
  PASSWORD_ABOUT_YOU: {
    es: 'Esa contraseña es casi toda su nombre, su correo o el nombre del producto. Agregue palabras que no se puedan adivinar.',
    en: 'That password is mostly your name, your e-mail or the name of the product. Add words that cannot be guessed.',
  },
});

/** Whose password it will be. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** What is wrong with a new password; null when nothing is. `common` holds, in lower case, what others chose before. */
export function passwordFault(password: string, owner: PasswordOwner, common: ReadonlySet<string>): Refusal | null {
  if (password.length < shortest || password.length > longestPassword)
    return passwordRefusals.PASSWORD_WRONG_LENGTH({ from: shortest, to: longestPassword }, 'password');
  if (isCommon(password, common)) return passwordRefusals.PASSWORD_TOO_COMMON({}, 'password');
  if (isAboutOwner(password, owner)) return passwordRefusals.PASSWORD_ABOUT_YOU({}, 'password');
  return null;
}

/** Listed as it is or with digits and signs around it, a short piece over and over, a run such as 123456, or a handful of characters. */
function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const plain = plainOf(password);
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const piece = /^(.{1,8}?)\1+.{0,2}$/.exec(plain);
  const runs = [...plain].slice(1).filter((letter, at) => Math.abs(letter.charCodeAt(0) - plain.charCodeAt(at)) <= 1);
  return (
    common.has(plain) ||
    (core !== '' && common.has(core)) ||
    piece !== null ||
    runs.length > plain.length * 0.7 ||
    new Set(plain).size < fewestCharacters
  );
}

function isAboutOwner(password: string, { email, name }: PasswordOwner): boolean {
  const words = [email, ...email.split(/[@.\-_+]/), ...name.split(/\s+/), 'tinkuy'].map(plainOf);
  const known = words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), plainOf(password));
  const wasNamed = rest.length < plainOf(password).length;
  return wasNamed && rest.replace(/[^a-z]/g, '').length < ownPart;
}

/** Lower case without accents: what a list holds, and what somebody who guesses tries first. */
function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
