import { isRecentProof, isWorthNoting, sessionEnd } from './session.rules.js';

const seen = new Date('2025-06-06T14:00:00Z');

it('a session ends twelve hours after its last use', () => {
  expect(sessionEnd(seen)).toEqual(new Date('2025-06-07T02:00:00Z'));
});

it('a use is noted once a minute at most', () => {
  expect(isWorthNoting(seen, new Date('2025-06-06T14:00:59.999Z'))).toBe(false);
  expect(isWorthNoting(seen, new Date('2025-06-06T14:01:00Z'))).toBe(true);
});

it('a proof is recent for five minutes', () => {
  expect(isRecentProof(seen, new Date('2025-06-06T14:05:00Z'))).toBe(true);
  expect(isRecentProof(seen, new Date('2025-06-06T14:05:00.001Z'))).toBe(false);
});
