import { personFault, personName, tidiedPerson, type PersonDraft } from './person.rules.js';

const draft: PersonDraft = { givenNames: ' Rosa  María ', familyNames: 'Quispe Mamani' };
const judged = (change: Partial<PersonDraft>) => {
  const fault = personFault(tidiedPerson({ ...draft, ...change }));
  return fault && [fault.code, fault.field];
};

describe('a person', () => {
  it('is tidied: single spaces, nothing where nothing was written, Spanish unless said', () => {
    expect(tidiedPerson({ ...draft, email: ' ', phone: '' })).toEqual({
      givenNames: 'Rosa María',
      familyNames: 'Quispe Mamani',
      email: null,
      phone: null,
      documentType: null,
      documentNumber: null,
      language: 'es',
      isDemonstration: false,
    });
  });

  it('is called by given names, then family names', () => {
    expect(personName(tidiedPerson(draft))).toBe('Rosa María Quispe Mamani');
  });

  it.each([
    ['may have neither e-mail nor phone', {}, null],
    ['may have both', { email: 'rosa@muni.gob.example', phone: '+51 984 000 000' }, null],
    ['needs given names', { givenNames: ' ' }, ['PERSON_NAME_WRONG', 'givenNames']],
    ['needs family names', { familyNames: '' }, ['PERSON_NAME_WRONG', 'familyNames']],
    ['has names of 100 letters at most', { familyNames: 'x'.repeat(101) }, ['PERSON_NAME_WRONG', 'familyNames']],
    ['has no second address behind a comma', { email: 'a@b.example,c@d.example' }, ['EMAIL_INVALID', 'email']],
    [
      'has no second address behind a line break',
      { email: 'a@b.example\r\nBcc: c@d.example' },
      ['EMAIL_INVALID', 'email'],
    ],
    ['has no bare line feed in the address', { email: 'a@b.example\nc@d.example' }, ['EMAIL_INVALID', 'email']],
    ['has no name around the address', { email: 'Rosa <a@b.example>' }, ['EMAIL_INVALID', 'email']],
    [
      'has a document as its kind writes it',
      { documentType: 'dni', documentNumber: '1' },
      ['DOCUMENT_DNI_WRONG', 'documentNumber'],
    ],
    ['says of which kind a number is', { documentNumber: '12345678' }, ['DOCUMENT_TYPE_MISSING', 'documentType']],
    ['has a phone of digits', { phone: 'no tengo' }, ['PHONE_INVALID', 'phone']],
  ] as const)('%s', (_, change, fault) => {
    expect(judged(change)).toEqual(fault);
  });
});
