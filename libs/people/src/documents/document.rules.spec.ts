import { isRefusal } from '#kernel';
import fc from 'fast-check';
import { dniCheckDigit, documentWarning, maskedDocument, readDocument, type DocumentType } from './document.rules.js';

const read = (type: DocumentType, written: string) => {
  const answer = readDocument(type, written);
  return isRefusal(answer) ? answer.code : answer.number;
};
const warns = (type: DocumentType, number: string) => documentWarning({ type, number }) !== null;

describe('a document number is read', () => {
  it.each([
    ['dni', '12345678', '12345678'],
    ['dni', ' 12 345 678 - 7 ', '12345678-7'],
    ['dni', '123456787', '12345678-7'],
    ['dni', '1234567', 'DOCUMENT_DNI_WRONG'],
    ['dni', '1234567A', 'DOCUMENT_DNI_WRONG'],
    ['ruc', '20-10007097-0', '20100070970'],
    ['ruc', '2010007097', 'DOCUMENT_RUC_WRONG'],
    ['ruc', '30100070970', 'DOCUMENT_RUC_WRONG'],
    ['ce', '001.234.567', '001234567'],
    ['ce', '12', 'DOCUMENT_CE_WRONG'],
    ['ci_bo', '1234567', '1234567'],
    ['ci_bo', '1234567 lp', '1234567 LP'],
    ['ci_bo', '1.234.567-1a cb', '1234567-1A CB'],
    ['ci_bo', '1234567-1A', '1234567-1A'],
    ['ci_bo', '1234567 XX', 'DOCUMENT_CI_WRONG'],
    ['passport', 'ab 123456', 'AB123456'],
    ['passport', '***', 'DOCUMENT_PASSPORT_WRONG'],
  ] as const)('%s %s', (type, written, stored) => {
    expect(read(type, written)).toBe(stored);
  });

  it('again as it is stored', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const numbers = fc.oneof(
      fc.tuple(fc.constant<DocumentType>('dni'), digits(9)),
      fc.tuple(
        fc.constant<DocumentType>('ci_bo'),
        fc.stringMatching(/^\d{5,8}(-\d[A-Z])?( (LP|CB|SC|OR|PT|CH|TJ|BE|PD|QR))?$/),
      ),
    );
    fc.assert(fc.property(numbers, ([type, text]) => read(type, read(type, text)) === read(type, text)));
  });
});

describe('a check digit', () => {
  it.each([
    ['that fits is no matter', 'ruc', '20100070970', false],
    ['of a RUC that does not fit warns', 'ruc', '20100070971', true],
    ['of a DNI that fits is no matter', 'dni', '17801146-0', false],
    ['of a DNI that does not fit warns', 'dni', '17801146-1', true],
    ['that nobody wrote is no matter', 'dni', '17801146', false],
    ['is not had by a passport', 'passport', 'AB123456', false],
  ] as const)('%s', (_, type, number, isDoubtful) => {
    expect(warns(type, number)).toBe(isDoubtful);
  });

  it('of a DNI is one of ten, and one alone fits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (number) => {
        const fitting = [...'0123456789'].filter((digit) => !warns('dni', `${number}-${digit}`));
        return fitting.join() === dniCheckDigit(number);
      }),
    );
  });
});

it.each([
  ['dni', '12345678-7', '****5678'],
  ['ci_bo', '1234567-1A LP', '****4567'],
  ['passport', 'AB123456', '****3456'],
] as const)('a %s is shown by its last four', (type, number, shown) => {
  expect(maskedDocument({ type, number })).toBe(shown);
});
