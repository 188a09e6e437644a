import { fewestBreaks, outlookOf } from './bound.js';
import { grouped, type Instance } from './instance.js';
import type { Attendee, Meeting, TimetableProblem } from './problem.js';
import { rosterOf, seatsOf, type Roster, type Seats } from './roster.js';

/** Turns plain data into an `Instance`. A name that nobody bears is a bug of the caller, and thrown as one. */
export function compile(problem: TimetableProblem): Instance {
  const roster = rosterOf(problem.parties);
  const seats = seatsOf(problem.meetings, roster);
  const free = freedom(problem, roster);
  const instance: Instance = {
    problem,
    slots: problem.slots.length,
    meetings: problem.meetings.length,
    attendees: roster.people.length,
    attendeeIds: roster.people.map((person) => person.id),
    ...daysOf(problem),
    tables: tablesPerSlot(problem),
    zoneTables: tablesPerZone(problem),
    zoneOf: Int32Array.from(problem.meetings, ({ zone }) => problem.zones.findIndex(({ id }) => id === zone)),
    zoned: problem.meetings.some(({ zone }) => zone !== undefined),
    allowed: domains(problem, seats, free),
    free,
    ...seats,
    ...precedences(problem.meetings),
    caps: attendeeCaps(roster),
    ...teamCaps(problem),
    staffed: seats.candidateStart.every((start, seat) => seat === 0 || start - seats.candidateStart[seat - 1] <= 1),
    ...preferences(problem),
    fewest: new Float64Array(roster.people.length),
    fair: new Int32Array(roster.people.length),
  };
  const fewest = fewestBreaks(instance, outlookOf(instance));
  return { ...instance, fewest, fair: fairBreaks(instance.fairness, fewest) };
}

/** Where all cannot be placed there may be no fewest number; then only the limit counts. */
function fairBreaks(fairness: number, fewest: Float64Array): Int32Array {
  return Int32Array.from(fewest, (least) => Math.max(fairness, Number.isFinite(least) ? least : 0));
}

function freedom(problem: TimetableProblem, roster: Roster): Uint8Array {
  const slots = problem.slots.length;
  const free = new Uint8Array(roster.people.length * slots).fill(1);
  for (const { party, people } of roster.partyOf.values()) {
    for (const index of people) {
      const person = roster.people[index];
      for (const slot of [...slotsTakenFrom(party), ...slotsTakenFrom(person)]) {
        if (slot >= 0 && slot < slots) free[index * slots + slot] = 0;
      }
    }
  }
  return free;
}

function slotsTakenFrom(person: Attendee): number[] {
  return [...(person.unavailable ?? []), ...(person.sessions ?? []).flatMap((session) => session.slots)];
}

function domains(problem: TimetableProblem, seats: Seats, free: Uint8Array): Uint8Array {
  const slots = problem.slots.length;
  const allowed = new Uint8Array(problem.meetings.length * slots);
  problem.meetings.forEach((meeting, m) => {
    if (!canBeHeld(meeting, seats, m)) return;
    for (let slot = 0; slot < slots; slot++) {
      if (ruledOut(problem, meeting, slot)) continue;
      allowed[m * slots + slot] = somebodyForEachSeat(seats, m, free, slots, slot) ? 1 : 0;
    }
  });
  return allowed;
}

function ruledOut(problem: TimetableProblem, meeting: Meeting, slot: number): boolean {
  const { forbiddenSlots, fixedSlot, half } = meeting;
  if (fixedSlot !== undefined && fixedSlot !== slot) return true;
  if (half && problem.slots[slot].half !== half) return true;
  return !!forbiddenSlots?.includes(slot) || zoneClosed(problem, meeting, slot);
}

/** Plain loops: this is asked for every meeting at every slot, and a first timetable waits for it. */
function somebodyForEachSeat(seats: Seats, m: number, free: Uint8Array, slots: number, slot: number): boolean {
  const { seatStart, candidateStart, candidates } = seats;
  for (let seat = seatStart[m]; seat < seatStart[m + 1]; seat++) {
    let somebody = 0;
    for (let i = candidateStart[seat]; i < candidateStart[seat + 1]; i++)
      somebody |= free[candidates[i] * slots + slot];
    if (somebody === 0) return false;
  }
  return true;
}

/** A meeting with oneself, with nobody, or twice with the same member can never be held. */
function canBeHeld({ sides }: Meeting, { seatStart, candidateStart }: Seats, m: number): boolean {
  if (sides.length < 2 || (sides.length === 2 && sides[0].party === sides[1].party)) return false;
  if (sides.length > 2 && new Set(sides.map((side) => side.party)).size < sides.length) return false;
  for (let seat = seatStart[m]; seat < seatStart[m + 1]; seat++) {
    if (candidateStart[seat] === candidateStart[seat + 1]) return false;
  }
  return true;
}

function zoneClosed(problem: TimetableProblem, meeting: Meeting, slot: number): boolean {
  if (meeting.zone === undefined) return false;
  const zone = problem.zones.find((one) => one.id === meeting.zone);
  if (!zone) throw new Error(`Meeting ${meeting.id} names the unknown zone ${meeting.zone}`);
  return (zone.tablesAt?.[slot] ?? zone.tables) <= 0;
}

function tablesPerZone({ slots, zones }: TimetableProblem): Int32Array {
  const room = slots.flatMap((_, slot) =>
    zones.map((zone) => Math.max(0, Math.floor(zone.tablesAt?.[slot] ?? zone.tables))),
  );
  return Int32Array.from(room);
}

function tablesPerSlot(problem: TimetableProblem): Int32Array {
  const rooms = tablesPerZone(problem);
  const { length } = problem.zones;
  return Int32Array.from(problem.slots, (_, slot) =>
    rooms.subarray(slot * length, (slot + 1) * length).reduce((sum, room) => sum + room, 0),
  );
}

function daysOf(problem: TimetableProblem): { days: number; dayOf: Int32Array } {
  const days = [...new Set(problem.slots.map((slot) => slot.day))];
  return { days: days.length, dayOf: Int32Array.from(problem.slots, (slot) => days.indexOf(slot.day)) };
}

function precedences(meetings: readonly Meeting[]): Pick<Instance, 'beforeStart' | 'before' | 'afterStart' | 'after'> {
  const position = new Map(meetings.map((meeting, i) => [meeting.id, i]));
  if (position.size !== meetings.length) throw new Error('Two meetings have the same id');
  const pairs: [meeting: number, earlier: number][] = [];
  meetings.forEach((meeting, m) => {
    if (!meeting.after?.length) return;
    for (const id of new Set(meeting.after)) {
      const earlier = position.get(id);
      if (earlier === undefined) throw new Error(`Meeting ${meeting.id} names the unknown meeting ${id}`);
      pairs.push([m, earlier]);
    }
  });
  const before = grouped(pairs, meetings.length);
  const after = grouped(
    pairs.map(([m, earlier]) => [earlier, m]),
    meetings.length,
  );
  return { beforeStart: before.start, before: before.items, afterStart: after.start, after: after.items };
}

function preferences(problem: TimetableProblem): Pick<Instance, 'priority' | 'fairness' | 'published'> {
  return {
    priority: Int32Array.from(problem.meetings, priorityOf),
    fairness: problem.fairness ?? 2,
    published: publishedSlots(problem),
  };
}

/** Negative or missing weights count as the least and huge ones as the greatest: sums stay exact whole numbers. */
function priorityOf(meeting: Meeting): number {
  const priority = meeting.priority ?? 1;
  return Number.isNaN(priority) ? 1 : Math.min(1000, Math.max(1, Math.round(priority)));
}

/** The most meetings of each attendee: a number that cannot be reached where nobody gave one. */
function attendeeCaps(roster: Roster): Int32Array {
  return Int32Array.from(roster.people, ({ cap }) => (cap === undefined ? 0x7fffffff : Math.max(0, Math.floor(cap))));
}

/** Caps of whole teams, which count the team's meetings whoever attends. One that cannot be reached is left out. */
function teamCaps({ parties, meetings }: TimetableProblem): Pick<Instance, 'teamCaps' | 'teamStart' | 'teams'> {
  const limits: number[] = [];
  const counted: [meeting: number, team: number][] = [];
  for (const { id, cap, members } of parties) {
    if (cap === undefined || !members) continue;
    const own = meetings.flatMap(({ sides }, m) => (sides.some((side) => side.party === id) ? [m] : []));
    if (own.length <= cap) continue;
    for (const m of own) counted.push([m, limits.length]);
    limits.push(Math.max(0, Math.floor(cap)));
  }
  const ofMeeting = grouped(counted, meetings.length);
  return { teamCaps: Int32Array.from(limits), teamStart: ofMeeting.start, teams: ofMeeting.items };
}

function publishedSlots(problem: TimetableProblem): Int32Array {
  if (!problem.published?.length) return new Int32Array(problem.meetings.length).fill(-1);
  const slotOf = new Map(problem.published.map((placement) => [placement.meeting, placement.slot]));
  return Int32Array.from(problem.meetings, (meeting) => slotOf.get(meeting.id) ?? -1);
}
