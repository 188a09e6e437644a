import fc from 'fast-check';
import { compile } from '../compile.js';
import { example, meeting, people } from '../example.js';
import { planOf } from '../optimiser/plan.js';
import { qualityOf } from '../quality.js';
import { randomProblem } from '../random-problem.js';
import { LocalSearch } from './local-search.js';
import { polish } from './polish.js';
import { Random } from './random.js';
import { Timetable } from './timetable.js';

/** `a` meets `b`, who comes first thing only, and then `c`; the second slot is lost to `a`. */
const waiting = example({
  slotCount: 5,
  parties: people('abc').map((party) => ({
    ...party,
    unavailable: party.id === 'a' ? [1] : party.id === 'b' ? [1, 2, 3, 4] : [],
  })),
  meetings: [meeting('ab'), meeting('ac')],
});

function placed(problem: typeof waiting, slots: readonly number[]): Timetable {
  const timetable = new Timetable(compile(problem));
  slots.forEach((slot, m) => timetable.put(m, slot));
  return timetable;
}

describe('a polished timetable', () => {
  it('lets nobody wait longer than the break that cannot be helped', () => {
    const timetable = placed(waiting, [0, 4]);
    polish(timetable, new Random(1));
    expect([...timetable.slotOf]).toEqual([0, 2]);
  });

  it('goes back to the published slot where that costs nobody anything', () => {
    const published = [{ meeting: 'cd', slot: 3, attendees: ['c', 'd'] }];
    const timetable = placed(example({ meetings: [meeting('cd')], published }), [0]);
    polish(timetable, new Random(1));
    expect([...timetable.slotOf]).toEqual([3]);
  });

  it('has the same meetings, no more breaks and no more waiting than before', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const instance = compile(randomProblem(seed));
        const local = new LocalSearch(instance, 1);
        local.begin();
        const before = qualityOf(instance, planOf(local.timetable));
        polish(local.timetable, new Random(seed));
        const after = qualityOf(instance, planOf(local.timetable));
        expect(after.priority).toBe(before.priority);
        expect(after.unfair).toBeLessThanOrEqual(before.unfair);
        expect(after.unfair < before.unfair || after.breaks <= before.breaks).toBe(true);
        if (after.breaks === before.breaks && after.unfair === before.unfair) {
          expect(after.idle).toBeLessThanOrEqual(before.idle);
        }
        const recount = placed(instance.problem, []);
        local.timetable.slotOf.forEach((slot, m) => {
          recount.staff.set(local.timetable.staff);
          if (slot >= 0) recount.put(m, slot);
        });
        expect([recount.breaks, recount.unfair]).toEqual([local.timetable.breaks, local.timetable.unfair]);
      }),
      { numRuns: 300 },
    );
  });
});
