const idleMilliseconds = 12 * 3_600_000;

/** A use is noted at most this often, so that reading a page is seldom a write. */
const noteEveryMilliseconds = 60_000;

/** A session ends when it was not used for twelve hours. */
export function sessionEnd(lastSeenAt: Date): Date {
  return new Date(lastSeenAt.getTime() + idleMilliseconds);
}

export function isWorthNoting(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= noteEveryMilliseconds;
}

/** How long a proof of the person is recent enough for what a session alone must not open. */
const recentMilliseconds = 5 * 60_000;

export function isRecentProof(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() <= recentMilliseconds;
}
