import { declareRefusals, declareTerms, isRefusal, Refusal, type Words } from '#kernel';

/** Kinds of identity documents: of Peru (dni, ruc, ce), of Bolivia (ci_bo), of any country (passport). */
export const documentTypes = ['dni', 'ce', 'ruc', 'ci_bo', 'passport'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const documentNames: Readonly<Record<DocumentType, Words>> = declareTerms('DocumentType', {
  dni: { es: 'DNI (Perú)', en: 'DNI (Peru)' },
  ce: { es: 'Carné de extranjería (Perú)', en: "Foreigner's card (Peru)" },
  ruc: { es: 'RUC (Perú)', en: 'RUC (Peru)' },
  ci_bo: { es: 'Cédula de identidad (Bolivia)', en: 'Identity card (Bolivia)' },
  passport: { es: 'Pasaporte', en: 'Passport' },
});

export interface IdentityDocument {
  readonly type: DocumentType;
  /** As it is stored: upper case, without spaces and dots; a DNI with its check digit behind a dash when it was given. */
  readonly number: string;
}

export const documentRefusals = declareRefusals({
  DOCUMENT_DNI_WRONG: {
    es: 'El DNI tiene 8 cifras, con o sin su dígito de verificación: 12345678 o 12345678-9.',
    en: 'A DNI has 8 digits, with or without its check digit: 12345678 or 12345678-9.',
  },
  DOCUMENT_RUC_WRONG: {
    es: 'El RUC tiene 11 cifras y empieza con 10, 15, 16, 17 o 20.',
    en: 'A RUC has 11 digits and begins with 10, 15, 16, 17 or 20.',
  },
  DOCUMENT_CE_WRONG: {
    es: 'El carné de extranjería tiene de 8 a 12 letras y cifras, como 001234567.',
    en: "A foreigner's card has 8 to 12 letters and digits, such as 001234567.",
  },
  DOCUMENT_CI_WRONG: {
    es: 'La cédula tiene de 5 a 8 cifras; después puede llevar complemento y extensión: 1234567-1A LP.',
    en: 'The identity card has 5 to 8 digits; a complement and an extension may follow: 1234567-1A LP.',
  },
  DOCUMENT_PASSPORT_WRONG: {
    es: 'El pasaporte tiene de 5 a 12 letras y cifras, sin espacios.',
    en: 'A passport has 5 to 12 letters and digits, without spaces.',
  },
  DOCUMENT_TYPE_MISSING: {
    es: 'Elija el tipo de documento de ese número.',
    en: 'Choose the kind of document that the number is of.',
  },
});

const checkDigitWrong: Words = {
  es: 'Revise el número de documento: el dígito de verificación no corresponde. Se guardó como lo escribió.',
  en: 'Please check the document number: its check digit does not fit. It was saved as you wrote it.',
};

/** Where the card was issued: the departments of Bolivia, and QR for those without one. */
const extensions = 'LP|CB|SC|OR|PT|CH|TJ|BE|PD|QR';
const bolivian = new RegExp(`^(\\d{5,8})(?:-?(\\d[A-Z]))?(?:-?(${extensions}))?$`);

const readers: Readonly<Record<DocumentType, (compact: string) => string | Refusal>> = {
  dni: (text) => {
    const [, number, digit] = /^(\d{8})-?(\d)?$/.exec(text) ?? [];
    if (!number) return documentRefusals.DOCUMENT_DNI_WRONG();
    return digit === undefined ? number : `${number}-${digit}`;
  },
  ruc: (text) => (/^(10|15|16|17|20)\d{9}$/.test(text) ? text : documentRefusals.DOCUMENT_RUC_WRONG()),
  ce: (text) => (/^[A-Z0-9]{8,12}$/.test(text) ? text : documentRefusals.DOCUMENT_CE_WRONG()),
  ci_bo: (text) => {
    const [, number, complement, extension] = bolivian.exec(text) ?? [];
    if (!number) return documentRefusals.DOCUMENT_CI_WRONG();
    return `${number}${complement ? `-${complement}` : ''}${extension ? ` ${extension}` : ''}`;
  },
  passport: (text) => (/^[A-Z0-9]{5,12}$/.test(text) ? text : documentRefusals.DOCUMENT_PASSPORT_WRONG()),
};

/** The number as it is stored, whatever spaces, dots and dashes it was written with; or how it should be written. */
export function readDocument(type: DocumentType, written: string): IdentityDocument | Refusal {
  const compact = written.toUpperCase().replace(/[\s.·/]/g, '');
  const bare = type === 'dni' || type === 'ci_bo' ? compact : compact.replaceAll('-', '');
  const number = readers[type](bare);
  return typeof number === 'string' ? { type, number } : number;
}

interface Documented {
  readonly documentType?: DocumentType | null;
  readonly documentNumber?: string | null;
}

/** Both parts as they are stored. A kind without a number is nothing; what cannot be read stays as it was written, for the rule to judge. */
export function tidiedDocument({ documentType = null, documentNumber }: Documented): Required<Documented> {
  const written = documentNumber?.trim() ?? '';
  if (written === '') return { documentType: null, documentNumber: null };
  const read = documentType && readDocument(documentType, written);
  return { documentType, documentNumber: !read || isRefusal(read) ? written : read.number };
}

/** What is wrong with a tidied document, at the named input; null when nothing is. */
export function documentFault(
  { documentType, documentNumber }: Documented,
  numberField: string,
  typeField: string,
): Refusal | null {
  if (!documentNumber) return null;
  if (!documentType) return documentRefusals.DOCUMENT_TYPE_MISSING({}, typeField);
  const read = readDocument(documentType, documentNumber);
  return isRefusal(read) ? new Refusal(read.code, {}, numberField) : null;
}

/** The document of a person's row; null when there is none. */
export function documentOf({ documentType, documentNumber }: Documented): IdentityDocument | null {
  return documentType && documentNumber ? { type: documentType, number: documentNumber } : null;
}

export function isDocumentType(text: unknown): text is DocumentType {
  return documentTypes.some((type) => type === text);
}

/** What is doubtful about a stored number; null when nothing is. Never a refusal: registers hold numbers that fail their own sum. */
export function documentWarning({ type, number }: IdentityDocument): Words | null {
  if (type === 'ruc' && number.at(-1) !== rucCheckDigit(number)) return checkDigitWrong;
  const [plain, digit] = number.split('-');
  if (type === 'dni' && digit !== undefined && digit !== dniCheckDigit(plain)) return checkDigitWrong;
  return null;
}

/** As lists show it: the last four characters of the number itself. */
export function maskedDocument({ type, number }: IdentityDocument): string {
  const plain = type === 'dni' || type === 'ci_bo' ? number.split(/[- ]/)[0] : number;
  return `****${plain.slice(-4)}`;
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);

/** RENIEC's table: the remainder of the weighted sum chooses the digit. */
export function dniCheckDigit(number: string): string {
  const key = 11 - (weighted(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return '67890112345'[key === 11 ? 0 : key];
}

/** SUNAT's modulus 11; 10 and 11 fold to 0 and 1. */
function rucCheckDigit(number: string): string {
  return String((11 - (weighted(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10);
}
