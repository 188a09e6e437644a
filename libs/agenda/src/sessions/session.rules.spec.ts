import { instantOf } from '#kernel';
import fc from 'fast-check';
import { dayOutside, isMoved, refuseSlot, sessionLine } from './session.rules.js';

const cusco = { zone: 'America/Lima', startsOn: '2025-06-20', endsOn: '2025-06-21' };
const at = (local: string, zone = cusco.zone) => instantOf(local, zone) as Date;
const slot = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe("a session stands within its event's days", () => {
  test('from the first midnight to the last one', () => {
    expect(refuseSlot(cusco, slot('2025-06-20T00:00', '2025-06-22T00:00'))).toBeNull();
  });

  test('on the day after, it is refused with both the days and the day', () => {
    const refusal = refuseSlot(cusco, slot('2025-06-22T09:00', '2025-06-22T10:00'));
    expect(refusal).toMatchObject({
      code: 'SESSION_OUTSIDE_EVENT',
      details: { startsOn: '2025-06-20', endsOn: '2025-06-21', day: '2025-06-22' },
      field: 'startsAt',
    });
  });

  test('one minute past the last midnight is outside', () => {
    expect(dayOutside(cusco, slot('2025-06-21T23:00', '2025-06-22T00:01'))).toBe('2025-06-22');
  });

  test("the days are those of the event's zone, not of UTC", () => {
    expect(
      dayOutside(cusco, { startsAt: new Date('2025-06-22T04:00Z'), endsAt: new Date('2025-06-22T05:00Z') }),
    ).toBeNull();
    const seoul = { ...cusco, zone: 'Asia/Seoul' };
    expect(dayOutside(seoul, { startsAt: new Date('2025-06-21T15:00Z'), endsAt: new Date('2025-06-21T16:00Z') })).toBe(
      '2025-06-22',
    );
  });

  test('any interval inside the days is accepted, any that leaves them is refused', () => {
    const [first, last] = [at('2025-06-20T00:00').getTime(), at('2025-06-22T00:00').getTime()];
    const minutes = fc.integer({ min: -2_000, max: 5_000 });
    const property = fc.property(minutes, fc.integer({ min: 1, max: 2_000 }), (offset, length) => {
      const startsAt = new Date(first + offset * 60_000);
      const endsAt = new Date(startsAt.getTime() + length * 60_000);
      const isInside = startsAt.getTime() >= first && endsAt.getTime() <= last;
      expect(refuseSlot(cusco, { startsAt, endsAt }) === null).toBe(isInside);
    });
    fc.assert(property);
  });
});

test('a session that ends before it starts, or has no length, is refused with both times', () => {
  for (const to of ['2025-06-20T08:00', '2025-06-20T09:00']) {
    expect(refuseSlot(cusco, slot('2025-06-20T09:00', to))).toMatchObject({
      code: 'SESSION_ENDS_BEFORE_START',
      details: { startsAt: '2025-06-20T09:00', endsAt: to },
      field: 'endsAt',
    });
  }
});

describe('speakers are told', () => {
  const before = { ...slot('2025-06-20T09:00', '2025-06-20T10:00'), roomId: 'a' };

  test.each([
    ['of another start', slot('2025-06-20T09:30', '2025-06-20T10:00'), 'a', true],
    ['of another end', slot('2025-06-20T09:00', '2025-06-20T10:30'), 'a', true],
    ['of another room', slot('2025-06-20T09:00', '2025-06-20T10:00'), null, true],
    ['of nothing when only words changed', slot('2025-06-20T09:00', '2025-06-20T10:00'), 'a', false],
  ])('%s', (_, times, roomId, told) => {
    expect(isMoved(before, { ...times, roomId })).toBe(told);
  });
});

test('a session reads as one line in its zone', () => {
  const session = { ...slot('2025-06-20T09:00', '2025-06-20T10:30'), title: 'Agua segura' };
  expect(sessionLine(session, 'Sala Qosqo', cusco.zone)).toBe('«Agua segura», 2025-06-20 09:00–10:30, Sala Qosqo');
});
