import fc from 'fast-check';
import {
  activeStates,
  holdsSeat,
  offerEnd,
  pathWhenSent,
  registrationLifecycle,
  seatsFreed,
} from './registration.rules.js';

describe('the life of a registration', () => {
  const { states } = registrationLifecycle;

  it('frees as many seats along any path as lie between its ends', () => {
    const steps = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...states), steps, (start, choices) => {
        let state = start;
        let freed = 0;
        for (const choice of choices) {
          const next = states.filter((to) => registrationLifecycle.allows(state, to));
          if (next.length === 0) break;
          const to = next[choice % next.length];
          freed += seatsFreed(state, to);
          state = to;
        }
        expect(freed).toBe(Number(holdsSeat(start)) - Number(holdsSeat(state)));
      }),
    );
  });

  it('ends where nothing is active any more, and can be ended from everywhere else', () => {
    expect(states.filter((state) => registrationLifecycle.isFinal(state))).toEqual(
      states.filter((state) => !activeStates.includes(state)),
    );
    for (const state of activeStates) {
      expect([state, registrationLifecycle.allows(state, 'withdrawn')]).toEqual([state, true]);
      expect([state, registrationLifecycle.allows(state, 'cancelled')]).toEqual([state, true]);
    }
  });

  it('goes from draft to confirmed when sent, and stops under review where organisers want that', () => {
    const end = (needsReview: boolean) =>
      pathWhenSent(needsReview).reduce(
        (state, next) => {
          expect(registrationLifecycle.allows(state, next)).toBe(true);
          return next;
        },
        'draft' as const as (typeof states)[number],
      );
    expect([end(false), end(true)]).toEqual(['confirmed', 'under_review']);
  });

  it('keeps an offered seat for 48 hours, never past the start, and offers none after it', () => {
    const start = new Date('2025-06-20T05:00:00Z');
    expect(offerEnd(new Date('2025-06-10T05:00:00Z'), start)).toEqual(new Date('2025-06-12T05:00:00Z'));
    expect(offerEnd(new Date('2025-06-19T05:00:00Z'), start)).toEqual(start);
    expect(offerEnd(start, start)).toBeNull();
  });
});
