import type { Instance } from './instance.js';

/** Meetings of one attendee that share fewer slots than they are: at least one of them can have no place. */
export interface Crowd {
  readonly attendee: number;
  readonly meetings: readonly number[];
  readonly slots: readonly number[];
}

/**
 * One crowd for each attendee who must be at more meetings than slots can hold. Each attendee's meetings are matched with
 * slots; where a meeting stays without one, everything that can be reached from it by alternating paths is crowded (Hall).
 */
export function crowdedMeetings(instance: Instance): Crowd[] {
  return meetingsByAttendee(instance).flatMap((meetings, attendee) => {
    const crowd = crowdOf(instance, attendee, meetings);
    return crowd ? [crowd] : [];
  });
}

/** Meetings that only this attendee can attend, by attendee; once each, also where somebody was asked to meet themselves. */
export function meetingsByAttendee(instance: Instance): number[][] {
  const { seatStart, candidateStart, candidates } = instance;
  const own: number[][] = Array.from({ length: instance.attendees }, () => []);
  for (let m = 0; m < instance.meetings; m++) {
    for (let seat = seatStart[m]; seat < seatStart[m + 1]; seat++) {
      if (candidateStart[seat + 1] - candidateStart[seat] !== 1) continue;
      const meetings = own[candidates[candidateStart[seat]]];
      if (meetings.at(-1) !== m) meetings.push(m);
    }
  }
  return own;
}

function crowdOf(instance: Instance, attendee: number, meetings: readonly number[]): Crowd | undefined {
  const { slots, allowed, free } = instance;
  const possible = (m: number, slot: number): boolean => !!allowed[m * slots + slot] && !!free[attendee * slots + slot];
  const holder = new Int32Array(slots).fill(-1);
  for (const meeting of meetings) {
    const seen = new Set<number>();
    const reached = new Set<number>([meeting]);
    const place = (m: number): boolean => {
      for (let slot = 0; slot < slots; slot++) {
        if (!possible(m, slot) || seen.has(slot)) continue;
        seen.add(slot);
        if (holder[slot] >= 0) reached.add(holder[slot]);
        if (holder[slot] < 0 || place(holder[slot])) {
          holder[slot] = m;
          return true;
        }
      }
      return false;
    };
    // A meeting without any slot of its own is told of by itself.
    if (!place(meeting) && seen.size > 0) {
      return { attendee, meetings: [...reached].sort((a, b) => a - b), slots: [...seen].sort((a, b) => a - b) };
    }
  }
  return undefined;
}
