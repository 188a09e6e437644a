import { example, meeting, people } from './example.js';
import type { Placement, TimetableProblem } from './problem.js';
import { verify } from './verify.js';

function placed(id: string, slot: number, rest: Partial<Placement> = {}): Placement {
  return { meeting: id, slot, attendees: [...id], ...rest };
}

function rules(problem: TimetableProblem, ...placements: Placement[]): string[] {
  return verify(problem, { placements }).map(({ rule }) => rule);
}

describe('verifying a plan', () => {
  it('passes a plan that keeps every rule', () => {
    expect(rules(example(), placed('ab', 0), placed('cd', 0), placed('ac', 1))).toEqual([]);
  });

  it('finds people in two places, too many meetings for the tables, and shared tables', () => {
    expect(rules(example(), placed('ab', 0), placed('ac', 0))).toEqual(['TWICE_AT_ONCE']);
    expect(rules(example({ tables: 1 }), placed('ab', 0), placed('cd', 0))).toEqual(['NO_TABLE']);
    const at = { zone: 'hall', table: 1 };
    expect(rules(example(), placed('ab', 0, at), placed('cd', 0, at))).toEqual(['TABLE_TAKEN']);
  });

  it('finds what is at a time that is not allowed', () => {
    const parties = people('abcd').map((party) =>
      party.id === 'a' ? { ...party, sessions: [{ title: 'Opening', slots: [0] }] } : party,
    );
    expect(rules(example({ parties }), placed('ab', 0))).toEqual(['NOT_THERE']);
    expect(rules(example({ meetings: [meeting('ab', { fixedSlot: 1 })] }), placed('ab', 0))).toEqual([
      'NOT_ALLOWED_THEN',
    ]);
    expect(rules(example({ meetings: [meeting('ab', { half: 'afternoon' })] }), placed('ab', 0))).toEqual([
      'NOT_ALLOWED_THEN',
    ]);
    expect(rules(example(), placed('ab', 9))).toEqual(['NO_SUCH_SLOT']);
  });

  it('finds a broken order, a cap and a walk that is too long', () => {
    const meetings = [meeting('ab', { after: ['cd'] }), meeting('cd'), meeting('ac')];
    expect(rules(example({ meetings }), placed('ab', 0), placed('cd', 0))).toEqual(['WRONG_ORDER']);
    const capped = people('abcd').map((party) => (party.id === 'a' ? { ...party, cap: 1 } : party));
    expect(rules(example({ parties: capped }), placed('ab', 0), placed('ac', 1))).toEqual(['OVER_CAP']);
    const zones = [
      { id: 'hall', name: 'Hall', tables: 2, walking: { patio: 5 } },
      { id: 'patio', name: 'Patio', tables: 2 },
    ];
    expect(rules(example({ zones }), placed('ab', 0, { zone: 'hall' }), placed('ac', 1, { zone: 'patio' }))).toEqual([
      'TOO_FAR',
    ]);
    expect(rules(example({ zones }), placed('ab', 0, { zone: 'hall' }), placed('ac', 2, { zone: 'patio' }))).toEqual(
      [],
    );
  });

  it('asks for the right members of a team', () => {
    const team = {
      id: 't',
      name: 'Team',
      members: [
        { id: 't1', name: 'One' },
        { id: 't2', name: 'Two' },
      ],
    };
    const of = (attends?: 'any' | 'all' | { member: string }): TimetableProblem =>
      example({
        parties: [...people('a'), team],
        meetings: [{ id: 'at', sides: [{ party: 'a' }, { party: 't', attends }] }],
      });
    const with_ = (...attendees: string[]): Placement => ({ meeting: 'at', slot: 0, attendees });
    expect(rules(of(), with_('a', 't2'))).toEqual([]);
    expect(rules(of(), with_('a', 't1', 't2'))).toEqual(['WRONG_ATTENDEES']);
    expect(rules(of('all'), with_('a', 't1', 't2'))).toEqual([]);
    expect(rules(of('all'), with_('a', 't1'))).toEqual(['WRONG_ATTENDEES']);
    expect(rules(of({ member: 't1' }), with_('a', 't2'))).toEqual(['WRONG_ATTENDEES']);
    expect(rules(of({ member: 't1' }), with_('a', 't1'))).toEqual([]);
  });
});
