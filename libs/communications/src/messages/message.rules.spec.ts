import { isStale, messageLifecycle, messageStates, nextAttempt } from './message.rules.js';

const queuedAt = new Date('2025-06-06T14:00:00Z');

describe('the next attempt', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [6, 240],
  ])('after %s tries comes %s minutes later', (attempts, minutes) => {
    expect(nextAttempt({ attempts, queuedAt }, queuedAt, 0)).toEqual(new Date(queuedAt.getTime() + minutes * 60_000));
  });

  it('comes up to a fifth later, so that not all come at once', () => {
    expect(nextAttempt({ attempts: 2, queuedAt }, queuedAt, 1)).toEqual(new Date(queuedAt.getTime() + 6 * 60_000));
  });

  it('never comes once five days have passed', () => {
    expect(nextAttempt({ attempts: 30, queuedAt }, new Date('2025-06-11T14:00:00Z'), 0)).toBeNull();
  });
});

it('a mail is stale from its instant on', () => {
  const stale = [queuedAt, new Date(queuedAt.getTime() + 1)].map((sendBefore) => isStale({ sendBefore }, queuedAt));
  expect([...stale, isStale({ sendBefore: null }, queuedAt)]).toEqual([true, false, false]);
});

it('a mail of uncertain fate goes out again only by way of the queue', () => {
  expect(messageStates.filter((state) => messageLifecycle.allows('uncertain', state))).toEqual(['queued', 'sent']);
});
