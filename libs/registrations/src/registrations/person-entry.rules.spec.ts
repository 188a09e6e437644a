import { faultsOf, faultsOfAll, likeness, repeated, tidyEntry } from './person-entry.rules.js';

const rosa = { givenNames: 'Rosa', familyNames: 'Quispe Mamani', positionTitle: 'Alcaldesa', email: null, phone: null };

describe('a person as a focal point writes them down', () => {
  it('needs names and a position, and neither e-mail nor phone', () => {
    expect(faultsOf(rosa, 0)).toEqual([]);
    const blank = tidyEntry({ givenNames: ' ', familyNames: '\t', positionTitle: '', email: ' ', phone: '' });
    expect(faultsOf(blank, 4).map(({ code, field }) => [code, field])).toEqual([
      ['ENTRY_GIVEN_NAMES_WRONG', 'people.4.givenNames'],
      ['ENTRY_FAMILY_NAMES_WRONG', 'people.4.familyNames'],
      ['ENTRY_POSITION_WRONG', 'people.4.positionTitle'],
    ]);
  });

  it.each(['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'sin arroba', 'a@b'])(
    'refuses %j as an e-mail',
    (email) => {
      expect(faultsOf(tidyEntry({ ...rosa, email }), 0).map(({ code }) => code)).toEqual(['ENTRY_EMAIL_WRONG']);
    },
  );

  it('is the same person whatever the accents, the case and the spaces, and another one with another phone', () => {
    const same = tidyEntry({ ...rosa, givenNames: ' RÓSA ', familyNames: 'Quíspe  mamani' });
    expect(likeness(same)).toBe(likeness(rosa));
    expect(likeness({ ...rosa, phone: '+51 984 000 000' })).not.toBe(likeness(rosa));
  });

  it('is found twice in a list, and in a list and the delegation', () => {
    expect(repeated([rosa, rosa], new Set()).map(({ field }) => field)).toEqual(['people.1.givenNames']);
    expect(repeated([rosa], new Set([likeness(rosa)])).map(({ field }) => field)).toEqual(['people.0.givenNames']);
  });

  it('comes in lists of 1 to 100', () => {
    expect(faultsOfAll([]).map(({ code }) => code)).toEqual(['ENTRIES_NONE']);
    expect(faultsOfAll(Array.from({ length: 101 }, () => rosa)).map(({ code }) => code)).toEqual(['ENTRIES_TOO_MANY']);
  });
});
