import { contradictionsOf } from '../contradictions.js';
import { example, meeting, people, slots } from '../example.js';
import { readDzn } from '../dzn.js';
import type { TimetableProblem } from '../problem.js';
import { verify } from '../verify.js';
import { optimise, type Answer } from './optimise.js';

function answer(problem: TimetableProblem, steps = 20_000): Promise<Answer> {
  return optimise(problem, { now: () => 0, steps, threads: false }).answer;
}

describe('bad and unusual input', () => {
  it('places nothing where there are no tables, and says so', async () => {
    const found = await answer(example({ tables: 0 }));
    expect([found.placed, found.contradictions]).toEqual([0, [{ code: 'NO_TABLES' }]]);
  });

  it('places nothing where there are no slots, and says so', async () => {
    const found = await answer(example({ slotCount: 0 }));
    expect([found.placed, found.contradictions]).toEqual([0, [{ code: 'NO_SLOTS' }]]);
  });

  it('leaves out a meeting with oneself and places the others', async () => {
    const found = await answer(example({ meetings: [meeting('aa'), meeting('ab')] }));
    expect(found.plan.placements.map((placement) => placement.meeting)).toEqual(['ab']);
    expect(found.placementProved).toBe(true);
  });

  it('bears a party in no meeting', async () => {
    const found = await answer(example({ parties: people('abcdz') }));
    expect([found.placed, found.breaks, found.proved]).toEqual([3, 0, true]);
  });

  it('keeps more than 31 slots over several days apart', async () => {
    const others = Array.from({ length: 40 }, (_, i) => ({ id: `o${i}`, name: `Other ${i}` }));
    const problem = example({
      slots: [...slots(24, 0), ...slots(24, 1)],
      parties: [{ id: 'hub', name: 'Hub', unavailable: [3, 40] }, ...others],
      meetings: others.map(({ id }) => ({ id: `m-${id}`, sides: [{ party: 'hub' }, { party: id }] })),
    });
    const found = await answer(problem, 200_000);
    expect([found.placed, verify(problem, found.plan)]).toEqual([40, []]);
    expect(new Set(found.plan.placements.map((placement) => placement.slot)).size).toBe(40);
    expect([found.bound, found.breaks, found.proved]).toEqual([1, 1, true]);
  });

  it('gives 500 parties who all want the same one as many as that one can meet', async () => {
    const fans = Array.from({ length: 500 }, (_, i) => ({ id: `f${i}`, name: `Fan ${i}` }));
    const problem = example({
      slotCount: 12,
      tables: 5,
      parties: [{ id: 'star', name: 'Star' }, ...fans],
      meetings: fans.map(({ id }) => ({ id: `m-${id}`, sides: [{ party: 'star' }, { party: id }] })),
    });
    const found = await answer(problem);
    expect([found.placed, verify(problem, found.plan)]).toEqual([12, []]);
    expect(contradictionsOf(problem)[0]).toMatchObject({ code: 'TOO_MANY_MEETINGS', attendee: 'star' });
  });

  it('knows that more cannot be placed where every place is taken', async () => {
    const meetings = [meeting('ab', { priority: 5 }), meeting('cd', { priority: 2 })];
    const found = await answer(example({ slotCount: 1, tables: 1, meetings }));
    expect([found.quality.priority, found.priorityBound, found.placementProved]).toEqual([5, 5, true]);
  });

  it('counts negative and huge priorities as the least and the greatest', async () => {
    const meetings = [
      meeting('ab', { priority: -5 }),
      meeting('ac', { priority: 1e300 }),
      meeting('ad', { priority: Number.NaN }),
    ];
    const found = await answer(example({ slotCount: 1, tables: 3, meetings }));
    expect(found.plan.placements.map((placement) => placement.meeting)).toEqual(['ac']);
    expect(found.quality.priority).toBe(1000);
  });

  it('begins from a published plan that breaks the rules of today', async () => {
    const problem = example({ meetings: [meeting('ab', { forbiddenSlots: [0] }), meeting('cd'), meeting('ac')] });
    const published = {
      placements: [
        { meeting: 'ab', slot: 0, attendees: ['a', 'b'] },
        { meeting: 'ac', slot: 0, attendees: ['a', 'c'] },
        { meeting: 'gone', slot: 77, attendees: ['x'] },
        { meeting: 'cd', slot: -3, attendees: ['c', 'd'] },
      ],
    };
    const { answer: found } = optimise(
      { ...problem, published: published.placements },
      { now: () => 0, steps: 5_000, start: published, threads: false },
    );
    expect([(await found).placed, verify(problem, (await found).plan)]).toEqual([3, []]);
  });

  it('reads an instance without meetings', async () => {
    const text = 'nBusiness = 2; nMeetings = 0; nTables = 1; nTotalSlots = 3; nMorningSlots = 3; requested = [||];';
    const found = await answer(readDzn(text));
    expect([found.placed, found.proved]).toEqual([0, true]);
  });
});
