import type { Instance } from '../instance.js';
import type { Placement, Plan } from '../problem.js';
import type { Timetable } from '../search/timetable.js';

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
