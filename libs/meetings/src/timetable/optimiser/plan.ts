import type { Instance } from '../instance.js';
import type { Placement, Plan } from '../problem.js';
import type { Timetable } from '../search/timetable.js';

/** The timetable as plain data, without tables. */
export function planOf({ instance, slotOf, staff }: Timetable): Plan {
  const { problem, seatStart, attendeeIds } = instance;
  const placements = problem.meetings.flatMap((meeting, m): Placement[] => {
    if (slotOf[m] < 0) return [];
    const attendees = [...staff.subarray(seatStart[m], seatStart[m + 1])].map((attendee) => attendeeIds[attendee]);
    return [{ meeting: meeting.id, slot: slotOf[m], attendees }];
  });
  return { placements };
}

/** The plan's slots by meeting, -1 where it has none; what the problem does not know is left out. */
export function startOf({ problem }: Instance, plan: Plan): Int32Array {
  const slotOf = new Map(plan.placements.map((placement) => [placement.meeting, placement.slot]));
  return Int32Array.from(problem.meetings, ({ id }) => slotOf.get(id) ?? -1);
}
