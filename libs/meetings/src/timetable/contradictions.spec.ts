import { contradictionWords } from './contradiction.words.js';
import { contradictionsOf } from './contradictions.js';
import { example, meeting, people } from './example.js';

describe('contradictions found before any search', () => {
  it('finds none where all can be placed', () => {
    expect(contradictionsOf(example())).toEqual([]);
  });

  it('names a circle of precedences', () => {
    const problem = example({
      meetings: [meeting('ab', { after: ['ac'] }), meeting('cd', { after: ['ab'] }), meeting('ac', { after: ['cd'] })],
    });
    const [found] = contradictionsOf(problem);
    expect(found.code).toBe('PRECEDENCE_CYCLE');
    expect(contradictionWords(found, problem, 'en')).toBe(
      'These meetings wait for each other in a circle: A – B, C – D, and A – C.',
    );
  });

  it('names a fixed slot at a forbidden time', () => {
    const parties = people('abcd').map((party) => (party.id === 'a' ? { ...party, unavailable: [1] } : party));
    const problem = example({ parties, meetings: [meeting('ab', { fixedSlot: 1 })] });
    expect(contradictionsOf(problem)).toEqual([{ code: 'FIXED_AT_FORBIDDEN', meeting: 'ab', slot: 1 }]);
    expect(contradictionWords(contradictionsOf(problem)[0], problem, 'es')).toBe(
      'La reunión A – B está fijada a las 9:20, pero a esa hora no puede ser.',
    );
  });

  it('counts accepted meetings against free slots', () => {
    const hub = [...'bcdefghij'].map((other) => meeting(`a${other}`));
    const problem = example({ slotCount: 8, tables: 9, parties: people('abcdefghij'), meetings: hub });
    expect(contradictionsOf(problem).map((found) => contradictionWords(found, problem, 'en'))).toEqual([
      'A: 9 accepted meetings and 8 free slots.',
    ]);
  });

  it('counts only the slots that the crowded meetings can use', () => {
    const morning = { forbiddenSlots: [1, 2, 3] };
    const problem = example({ meetings: [meeting('ab', morning), meeting('ac', morning), meeting('ad')] });
    expect(contradictionsOf(problem)).toEqual([
      { code: 'TOO_MANY_MEETINGS', attendee: 'a', meetings: ['ab', 'ac'], slots: [0] },
    ]);
  });

  it('counts meetings against places', () => {
    const problem = example({
      slotCount: 1,
      meetings: [meeting('ab'), meeting('cd'), meeting('ef')],
      parties: people('abcdef'),
    });
    expect(contradictionsOf(problem)).toEqual([{ code: 'TOO_FEW_PLACES', meetings: 3, places: 2 }]);
  });

  it('finds a chain that needs more slots than there are', () => {
    const problem = example({
      slotCount: 2,
      meetings: [meeting('ab'), meeting('cd', { after: ['ab'] }), meeting('ac', { after: ['cd'] })],
    });
    expect(contradictionsOf(problem).map((found) => found.code)).toEqual([
      'CHAIN_TOO_LONG',
      'CHAIN_TOO_LONG',
      'CHAIN_TOO_LONG',
    ]);
  });

  it('finds a cap below the accepted meetings', () => {
    const parties = people('abcd').map((party) => (party.id === 'a' ? { ...party, cap: 1 } : party));
    expect(contradictionsOf(example({ parties }))).toEqual([{ code: 'OVER_CAP', party: 'a', meetings: 2, cap: 1 }]);
  });

  it('refuses a meeting with oneself, of one side, without tables, without slots', () => {
    const codes = (problem: Parameters<typeof contradictionsOf>[0]): string[] =>
      contradictionsOf(problem).map(({ code }) => code);
    expect(codes(example({ meetings: [meeting('aa')] }))).toEqual(['MEETING_WITH_ONESELF']);
    expect(codes(example({ meetings: [meeting('a')] }))).toEqual(['TOO_FEW_SIDES']);
    expect(codes(example({ tables: 0 }))).toEqual(['NO_TABLES']);
    expect(codes(example({ slotCount: 0 }))).toEqual(['NO_SLOTS']);
  });
});
