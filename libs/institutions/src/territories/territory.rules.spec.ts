import { placesOf, territoryKey, type Naming } from './territory.rules.js';

const named = (code: string, names: string[], change: Partial<Naming> = {}): Naming => ({
  system: 'INEI',
  code,
  counterpartCode: null,
  names,
  smallest: 'district',
  country: 'PE',
  ...change,
});

describe('the territories that a list names', () => {
  it('are its rows and what their codes say is around them, each once', () => {
    const list = [
      named('080101', ['Cusco', 'Cusco', 'Cusco'], { counterpartCode: '070101' }),
      named('080102', ['Cusco', 'Cusco', 'Ccorca'], { counterpartCode: '070102' }),
    ];
    const about = { system: 'INEI', country: 'PE' };
    expect(placesOf(list)).toEqual([
      { ...about, code: '08', level: 'department', name: 'Cusco', parentCode: null, counterpartCode: '07' },
      { ...about, code: '0801', level: 'province', name: 'Cusco', parentCode: '08', counterpartCode: '0701' },
      { ...about, code: '080101', level: 'district', name: 'Cusco', parentCode: '0801', counterpartCode: '070101' },
      { ...about, code: '080102', level: 'district', name: 'Ccorca', parentCode: '0801', counterpartCode: '070102' },
    ]);
  });

  it('bear the name that most rows give them', () => {
    const list = [
      named('061301', ['Cajamarca', 'Ninabamba', 'Ninabamba']),
      named('061302', ['Cajamarca', 'Santa Cruz', 'Andabamba']),
      named('061303', ['Cajamarca', 'Santa Cruz', 'Catache']),
    ];
    expect(placesOf(list).find(({ code }) => code === '0613')?.name).toBe('Santa Cruz');
  });

  it('are not invented where a system has no code yet', () => {
    const list = [
      named('', ['La Libertad', 'Trujillo', 'Alto Trujillo'], { system: 'RENIEC', counterpartCode: '130112' }),
    ];
    expect(placesOf(list)).toEqual([]);
  });
});

it('a territory is named by its system and its code together', () => {
  expect(territoryKey({ system: 'RENIEC', code: '070101' })).toBe('RENIEC:070101');
});
