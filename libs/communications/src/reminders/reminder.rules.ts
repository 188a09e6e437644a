export const reminderStates = ['scheduled', 'fired', 'skipped', 'moved', 'cancelled'] as const;

export type ReminderState = (typeof reminderStates)[number];

export function dueAt(occurrenceStart: Date, offsetMinutes: number): Date {
  return new Date(occurrenceStart.getTime() - offsetMinutes * 60_000);
}

interface Timing {
  readonly occurrenceStart: Date;
  readonly offsetMinutes: number;
}

/**
 * What becomes of a reminder whose time has come. It is skipped when the occurrence began (it would be stale), and when a nearer
 * reminder of the same occurrence is due as well ("tomorrow" helps nobody when "in one hour" goes out with it).
 */
export function settle(reminder: Timing, nearerOffsets: readonly number[], now: Date): 'fired' | 'skipped' {
  if (reminder.occurrenceStart <= now) return 'skipped';
  const nearerIsDue = nearerOffsets.some(
    (offset) => offset < reminder.offsetMinutes && dueAt(reminder.occurrenceStart, offset) <= now,
  );
  return nearerIsDue ? 'skipped' : 'fired';
}

/** A reminder whose time is already past when it is scheduled is never sent: whoever schedules it has just told the time. */
export function firstState(reminder: Timing, now: Date): 'scheduled' | 'skipped' {
  return dueAt(reminder.occurrenceStart, reminder.offsetMinutes) > now ? 'scheduled' : 'skipped';
}
