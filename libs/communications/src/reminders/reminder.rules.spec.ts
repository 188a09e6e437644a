import fc from 'fast-check';
import { dueAt, firstState, settle } from './reminder.rules.js';

const start = new Date('2025-06-20T14:00:00Z');
const before = (minutes: number): Date => new Date(start.getTime() - minutes * 60_000);

describe('a reminder', () => {
  it('is due its offset before the start', () => {
    expect(dueAt(start, 1440)).toEqual(new Date('2025-06-19T14:00:00Z'));
  });

  it.each([
    ['fires when its time has come', 1440, [60], before(1440), 'fired'],
    ['still fires when it is late, before the nearer one', 1440, [60], before(61), 'fired'],
    ['gives way to a nearer one that is due too', 1440, [60], before(60), 'skipped'],
    ['the nearer one fires', 60, [], before(60), 'fired'],
    ['is stale once the occurrence began', 60, [], start, 'skipped'],
  ] as const)('%s', (_, offsetMinutes, nearer, now, state) => {
    expect(settle({ occurrenceStart: start, offsetMinutes }, nearer, now)).toBe(state);
  });

  it('that is past when it is scheduled is never sent', () => {
    expect(
      [before(1441), before(1440)].map((now) => firstState({ occurrenceStart: start, offsetMinutes: 1440 }, now)),
    ).toEqual(['scheduled', 'skipped']);
  });

  it('fires alone: whenever the clock is read, exactly the nearest due one does, and none after the start', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: -500, max: 11_000 }), (all, minutesBefore) => {
        const now = before(minutesBefore);
        const due = all.filter((offset) => dueAt(start, offset) <= now);
        const fired = due.filter(
          (offsetMinutes) => settle({ occurrenceStart: start, offsetMinutes }, all, now) === 'fired',
        );
        expect(fired).toEqual(minutesBefore > 0 && due.length > 0 ? [Math.min(...due)] : []);
      }),
    );
  });
});
