import { faultOf, tidied, type InstitutionDraft } from './institution.rules.js';

const draft: InstitutionDraft = { name: ' CITEtextil   Camélidos Cusco ', kind: 'cite', country: 'PE' };
const judged = (change: Partial<InstitutionDraft>) => {
  const fault = faultOf(tidied({ ...draft, ...change }));
  return fault && [fault.code, fault.field];
};

describe('an institution', () => {
  it('is tidied', () => {
    expect(tidied({ ...draft, shortName: ' ' })).toEqual({
      name: 'CITEtextil Camélidos Cusco',
      shortName: null,
      kind: 'cite',
      country: 'PE',
      territorySystem: null,
      territoryCode: null,
      isDemonstration: false,
    });
  });

  it.each([
    ['may be as plain as that', {}, null],
    ['needs a name', { name: ' ' }, ['INSTITUTION_NAME_WRONG', 'name']],
    ['has a name of 200 letters at most', { name: 'x'.repeat(201) }, ['INSTITUTION_NAME_WRONG', 'name']],
    ['has no control character in its name', { name: 'CITE\u0000' }, ['INSTITUTION_NAME_WRONG', 'name']],
    [
      'has a short name of 200 letters at most',
      { shortName: 'x'.repeat(201) },
      ['INSTITUTION_NAME_WRONG', 'shortName'],
    ],
    ['has a country by its code', { country: 'Perú' }, ['INSTITUTION_COUNTRY_WRONG', 'country']],
    ['has a territory in a system', { territoryCode: '080101' }, ['TERRITORY_UNKNOWN', 'territory']],
    ['may have a territory', { territoryCode: '080101', territorySystem: 'INEI' }, null],
  ] as const)('%s', (_, change, fault) => {
    expect(judged(change)).toEqual(fault);
  });
});
