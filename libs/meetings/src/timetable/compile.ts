import { fewestBreaks, outlookOf } from './bound.js';
import { flatten, type Instance } from './instance.js';
import type { Attendee, Meeting, Party, Side, TimetableProblem } from './problem.js';

/** Turns plain data into an `Instance`. A name that nobody bears is a bug of the caller, and thrown as one. */
export function compile(problem: TimetableProblem): Instance {
  const roster = rosterOf(problem.parties);
  const seats = problem.meetings.map((meeting) => seatsOf(meeting, roster));
  const perMeeting = flatten(seats.map((list) => list.map(() => 0)));
  const candidates = flatten(seats.flat());
  const free = freedom(problem, roster);
  const order = precedences(problem.meetings);
  const teams = teamCaps(problem);
  const teamsOfMeeting = flatten(teams.ofMeeting);
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
    seatStart: perMeeting.start,
    candidateStart: candidates.start,
    candidates: candidates.items,
    ...order,
    caps: attendeeCaps(roster),
    teamCaps: Int32Array.from(teams.limits),
    teamStart: teamsOfMeeting.start,
    teams: teamsOfMeeting.items,
    staffed: seats.every((list) => list.every((people) => people.length <= 1)),
    ...preferences(problem),
    fair: new Int32Array(roster.people.length),
  };
  return { ...instance, fair: fairBreaks(instance) };
}

/** Where all cannot be placed there may be no fewest number; then only the limit counts. */
function fairBreaks(instance: Instance): Int32Array {
  const fewest = fewestBreaks(instance, outlookOf(instance));
  return Int32Array.from(fewest, (least) => Math.max(instance.fairness, Number.isFinite(least) ? least : 0));
}

/** Who there is: the attendees in order, and for each party its own. */
interface Roster {
  readonly people: readonly Attendee[];
  readonly partyOf: ReadonlyMap<string, { readonly party: Party; readonly people: readonly number[] }>;
}

function rosterOf(parties: readonly Party[]): Roster {
  const people: Attendee[] = [];
  const partyOf = new Map<string, { party: Party; people: number[] }>();
  const known = new Set<string>();
  for (const party of parties) {
    const own = party.members ?? [party];
    if (partyOf.has(party.id)) throw new Error(`Two parties have the id ${party.id}`);
    for (const person of own) {
      if (known.has(person.id)) throw new Error(`Two attendees have the id ${person.id}`);
      known.add(person.id);
    }
    partyOf.set(party.id, { party, people: own.map((_, i) => people.length + i) });
    people.push(...own);
  }
  return { people, partyOf };
}

function seatsOf(meeting: Meeting, roster: Roster): number[][] {
  return meeting.sides.flatMap((side) => seatsOfSide(side, meeting, roster));
}

function seatsOfSide(side: Side, meeting: Meeting, roster: Roster): number[][] {
  const found = roster.partyOf.get(side.party);
  if (!found) throw new Error(`Meeting ${meeting.id} names the unknown party ${side.party}`);
  const attends = side.attends ?? 'any';
  if (!found.party.members) return [[...found.people]];
  if (attends === 'all') return found.people.map((person) => [person]);
  if (attends === 'any') return [[...found.people]];
  const member = found.people.find((person) => roster.people[person].id === attends.member);
  if (member === undefined) throw new Error(`Meeting ${meeting.id} names the unknown member ${attends.member}`);
  return [[member]];
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

function domains(problem: TimetableProblem, seats: readonly number[][][], free: Uint8Array): Uint8Array {
  const slots = problem.slots.length;
  const allowed = new Uint8Array(problem.meetings.length * slots);
  problem.meetings.forEach((meeting, m) => {
    if (!canBeHeld(meeting, seats[m])) return;
    const forbidden = new Set(meeting.forbiddenSlots);
    for (let slot = 0; slot < slots; slot++) {
      if (forbidden.has(slot)) continue;
      if (meeting.fixedSlot !== undefined && meeting.fixedSlot !== slot) continue;
      if (meeting.half && problem.slots[slot].half !== meeting.half) continue;
      if (zoneClosed(problem, meeting, slot)) continue;
      const all = seats[m].every((people) => people.some((person) => free[person * slots + slot]));
      if (all) allowed[m * slots + slot] = 1;
    }
  });
  return allowed;
}

/** A meeting with oneself, with nobody, or twice with the same member can never be held. */
function canBeHeld(meeting: Meeting, seats: readonly number[][]): boolean {
  const parties = new Set(meeting.sides.map((side) => side.party));
  return parties.size >= 2 && parties.size === meeting.sides.length && seats.every((people) => people.length > 0);
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
  const before: number[][] = meetings.map(() => []);
  const after: number[][] = meetings.map(() => []);
  meetings.forEach((meeting, m) => {
    for (const id of new Set(meeting.after)) {
      const earlier = position.get(id);
      if (earlier === undefined) throw new Error(`Meeting ${meeting.id} names the unknown meeting ${id}`);
      before[m].push(earlier);
      after[earlier].push(m);
    }
  });
  const [earlier, later] = [flatten(before), flatten(after)];
  return { beforeStart: earlier.start, before: earlier.items, afterStart: later.start, after: later.items };
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
function teamCaps(problem: TimetableProblem): { limits: number[]; ofMeeting: number[][] } {
  const limits: number[] = [];
  const ofMeeting: number[][] = problem.meetings.map(() => []);
  for (const { id, cap, members } of problem.parties) {
    if (cap === undefined || !members) continue;
    const counted = problem.meetings.flatMap(({ sides }, m) => (sides.some((side) => side.party === id) ? [m] : []));
    if (counted.length <= cap) continue;
    counted.forEach((m) => ofMeeting[m].push(limits.length));
    limits.push(Math.max(0, Math.floor(cap)));
  }
  return { limits, ofMeeting };
}

function publishedSlots(problem: TimetableProblem): Int32Array {
  const slotOf = new Map((problem.published ?? []).map((placement) => [placement.meeting, placement.slot]));
  return Int32Array.from(problem.meetings, (meeting) => slotOf.get(meeting.id) ?? -1);
}
