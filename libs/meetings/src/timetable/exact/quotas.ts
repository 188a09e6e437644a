import { crowdedMeetings, meetingsByAttendee } from '../hall.js';
import type { Instance } from '../instance.js';
import type { Clauses } from './clauses.js';
import { atLeast, count } from './count.js';

/** At most so many of these meetings can be placed, and they are more. */
export interface Quota {
  readonly meetings: readonly number[];
  readonly most: number;
}

/** What attendees and teams accept. */
export function capQuotas(instance: Instance): Quota[] {
  const { meetings, caps, teamCaps, teamStart, teams } = instance;
  const ofTeam = Array.from(teamCaps, () => [] as number[]);
  for (let m = 0; m < meetings; m++) {
    for (let i = teamStart[m]; i < teamStart[m + 1]; i++) ofTeam[teams[i]].push(m);
  }
  return [
    ...meetingsByAttendee(instance).map((own, attendee) => ({ meetings: own, most: caps[attendee] })),
    ...ofTeam.map((own, team) => ({ meetings: own, most: teamCaps[team] })),
  ].filter(isShort);
}

/** What slots and tables leave room for. It follows from the other clauses, but solvers count badly. */
export function roomQuotas(instance: Instance): Quota[] {
  const { allowed, slots, tables, meetings } = instance;
  const ofAttendee = meetingsByAttendee(instance);
  const within = (own: readonly number[], among: readonly number[]): number[] =>
    own.filter((m) => tables.every((_, slot) => !allowed[m * slots + slot] || among.includes(slot)));
  const usable = ofAttendee.map((own) => tables.filter((_, slot) => own.some((m) => allowed[m * slots + slot])).length);
  return [
    ...crowdedMeetings(instance).map((crowd) => ({
      meetings: within(ofAttendee[crowd.attendee], crowd.slots),
      most: crowd.slots.length,
    })),
    ...ofAttendee.map((own, attendee) => ({ meetings: own, most: usable[attendee] })),
    {
      meetings: Array.from({ length: meetings }, (_, m) => m),
      most: tables.reduce((sum, one) => sum + one, 0),
    },
  ].filter(isShort);
}

function isShort({ meetings, most }: Quota): boolean {
  return meetings.length > most;
}

/** `placed`: literals by meeting. */
export function keepQuotas(clauses: Clauses, quotas: readonly Quota[], placed: readonly number[]): void {
  for (const { meetings, most } of quotas) {
    const literals = meetings.map((m) => placed[m]);
    clauses.add(-atLeast(count(clauses, literals, most + 1, 'up'), most + 1));
  }
}
