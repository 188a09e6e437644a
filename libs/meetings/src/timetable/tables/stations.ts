import type { Instance } from '../instance.js';
import type { Timetable } from '../search/timetable.js';

/** A meeting that somebody comes from or goes to, on the same day. */
export interface Station {
  readonly meeting: number;
  /** Minutes on the way. */
  readonly minutes: number;
}

/** For each placed meeting, the meetings that its people come from and go to: one per attendee who has one. */
export function stationsOf(timetable: Timetable): Station[][] {
  const { instance, at } = timetable;
  const stations: Station[][] = Array.from({ length: instance.meetings }, () => []);
  for (let attendee = 0; attendee < instance.attendees; attendee++) {
    let last = -1;
    for (let slot = 0; slot < instance.slots; slot++) {
      const meeting = at[attendee * instance.slots + slot];
      if (meeting < 0) continue;
      const before = last >= 0 ? at[attendee * instance.slots + last] : -1;
      if (before >= 0 && instance.dayOf[last] === instance.dayOf[slot]) {
        const minutes = minutesBetween(instance, last, slot);
        stations[meeting].push({ meeting: before, minutes });
        stations[before].push({ meeting, minutes });
      }
      last = slot;
    }
  }
  return stations;
}

function minutesBetween({ problem }: Instance, earlier: number, later: number): number {
  return problem.slots[later].startsAt - problem.slots[earlier].endsAt;
}

/** Minutes on foot from zone to zone, the longer of both ways: [one * zones + other]. */
export function walkingMinutes({ problem }: Instance): Float64Array {
  const { zones } = problem;
  const minutes = new Float64Array(zones.length ** 2);
  zones.forEach((one, i) =>
    zones.forEach((other, k) => {
      if (i === k) return;
      minutes[i * zones.length + k] = Math.max(one.walking?.[other.id] ?? 0, other.walking?.[one.id] ?? 0);
    }),
  );
  return minutes;
}

/** The same for one meeting, read from the timetable as it stands. */
export function stationsAround(timetable: Timetable, meeting: number): Station[] {
  const { instance, slotOf, staff } = timetable;
  const slot = slotOf[meeting];
  const stations: Station[] = [];
  for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
    const earlier = nextStop(timetable, staff[seat], slot, -1);
    const later = nextStop(timetable, staff[seat], slot, 1);
    if (earlier >= 0)
      stations.push({
        meeting: meetingAt(timetable, staff[seat], earlier),
        minutes: minutesBetween(instance, earlier, slot),
      });
    if (later >= 0)
      stations.push({
        meeting: meetingAt(timetable, staff[seat], later),
        minutes: minutesBetween(instance, slot, later),
      });
  }
  return stations;
}

function meetingAt({ at, instance }: Timetable, attendee: number, slot: number): number {
  return at[attendee * instance.slots + slot];
}

/** The attendee's nearest busy slot of the day in that direction, -1 where there is none. */
function nextStop(timetable: Timetable, attendee: number, slot: number, direction: 1 | -1): number {
  const neighbour = direction > 0 ? timetable.next : timetable.previous;
  for (let at = neighbour[slot]; at >= 0; at = neighbour[at]) if (meetingAt(timetable, attendee, at) >= 0) return at;
  return -1;
}
