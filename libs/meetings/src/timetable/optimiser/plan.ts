import type { Instance } from '../instance.js';
import type { Placement, Plan } from '../problem.js';
import { Timetable, type Snapshot } from '../search/timetable.js';

/** The timetable as plain data, without tables. */
export function planOf(timetable: Timetable): Plan {
  const placements: Placement[] = [];
  timetable.slotOf.forEach((slot, m) => slot >= 0 && placements.push(placementOf(timetable, m)));
  return { placements };
}

/** One placed meeting. */
export function placementOf({ instance, slotOf, staff }: Timetable, m: number): Placement {
  const { problem, seatStart, attendeeIds } = instance;
  const attendees = Array.from(staff.subarray(seatStart[m], seatStart[m + 1]), (attendee) => attendeeIds[attendee]);
  return { meeting: problem.meetings[m].id, slot: slotOf[m], attendees };
}

/** The plan's slots by meeting, -1 where it has none; what the problem does not know is left out. */
export function startOf({ problem }: Instance, plan: Plan): Int32Array {
  const slotOf = new Map(plan.placements.map((placement) => [placement.meeting, placement.slot]));
  return Int32Array.from(problem.meetings, ({ id }) => slotOf.get(id) ?? -1);
}

/** Lets those whom the plan names take the seats of "any member". */
export function staffAs(timetable: Timetable, m: number, { attendees }: Placement): void {
  const { seatStart, candidateStart, candidates, attendeeIds } = timetable.instance;
  for (let seat = seatStart[m]; seat < seatStart[m + 1]; seat++) {
    for (let i = candidateStart[seat]; i < candidateStart[seat + 1]; i++) {
      if (attendees.includes(attendeeIds[candidates[i]])) timetable.staff[seat] = candidates[i];
    }
  }
}

/** What of a plan can stand under the rules of the instance, to begin a search from. */
export function startFrom(instance: Instance, plan: Plan): Snapshot {
  const timetable = new Timetable(instance);
  const placementOf = new Map(plan.placements.map((placement) => [placement.meeting, placement]));
  instance.problem.meetings.forEach(({ id }, m) => {
    const placement = placementOf.get(id);
    if (!placement) return;
    staffAs(timetable, m, placement);
    if (placement.slot >= 0 && placement.slot < instance.slots && timetable.fits(m, placement.slot))
      timetable.put(m, placement.slot);
  });
  return timetable.snapshot();
}
