import type { Attendee, Meeting, Party, Placement, Plan, TimetableProblem, Zone } from './problem.js';

/** A rule that a plan breaks. `meeting` is the placement at fault. */
export interface Violation {
  readonly rule:
    | 'UNKNOWN_MEETING'
    | 'PLACED_TWICE'
    | 'NO_SUCH_SLOT'
    | 'NOT_ALLOWED_THEN'
    | 'WRONG_ATTENDEES'
    | 'NOT_THERE'
    | 'TWICE_AT_ONCE'
    | 'NO_TABLE'
    | 'TABLE_TAKEN'
    | 'WRONG_ORDER'
    | 'OVER_CAP'
    | 'TOO_FAR';
  readonly meeting: string;
}

interface Book {
  readonly problem: TimetableProblem;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly zones: ReadonlyMap<string, Zone>;
}

/**
 * Checks a plan against the problem's own words, sharing nothing with the search: what it passes may be published. A plan
 * whose placements name no zone is judged without tables and walking, by the number of tables per slot alone.
 */
export function verify(problem: TimetableProblem, plan: Plan): Violation[] {
  const book: Book = {
    problem,
    meetings: byId(problem.meetings),
    parties: byId(problem.parties),
    zones: byId(problem.zones),
  };
  const stands = (one: Placement): boolean => book.meetings.has(one.meeting) && problem.slots[one.slot] !== undefined;
  const known = plan.placements.filter(stands);
  const strangers = plan.placements.filter((placement) => !stands(placement));
  return [
    ...strangers.map(({ meeting }) =>
      violation(book.meetings.has(meeting) ? 'NO_SUCH_SLOT' : 'UNKNOWN_MEETING', meeting),
    ),
    ...repeated(known, ({ meeting }) => meeting, 'PLACED_TWICE'),
    ...known.flatMap((placement) => ownRules(book, placement)),
    ...repeated(known.flatMap(oneByOne), ({ slot, attendees }) => `${slot} ${attendees[0]}`, 'TWICE_AT_ONCE'),
    ...tables(book, known),
    ...order(book, known),
    ...caps(book, known),
    ...walking(book, known),
  ];
}

function violation(rule: Violation['rule'], meeting: string): Violation {
  return { rule, meeting };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function oneByOne(placement: Placement): Placement[] {
  return placement.attendees.map((attendee) => ({ ...placement, attendees: [attendee] }));
}

function repeated(
  placements: readonly Placement[],
  key: (one: Placement) => string,
  rule: Violation['rule'],
): Violation[] {
  const seen = new Set<string>();
  return placements.flatMap((placement) => {
    const again = seen.has(key(placement));
    seen.add(key(placement));
    return again ? [violation(rule, placement.meeting)] : [];
  });
}

function ownRules(book: Book, placement: Placement): Violation[] {
  const { slot } = placement;
  const meeting = book.meetings.get(placement.meeting)!;
  const otherTime =
    (meeting.fixedSlot !== undefined && meeting.fixedSlot !== slot) ||
    meeting.forbiddenSlots?.includes(slot) ||
    (meeting.half !== undefined && meeting.half !== book.problem.slots[slot].half);
  const parties = meeting.sides.flatMap((side) => book.parties.get(side.party) ?? []);
  const people = parties.flatMap((party) => party.members ?? []).filter(({ id }) => placement.attendees.includes(id));
  const away = [...parties, ...people].some((person) => isAway(person, slot));
  return [
    ...(otherTime ? [violation('NOT_ALLOWED_THEN', meeting.id)] : []),
    ...(away ? [violation('NOT_THERE', meeting.id)] : []),
    ...(rightAttendees(book, meeting, placement.attendees) ? [] : [violation('WRONG_ATTENDEES', meeting.id)]),
  ];
}

function isAway(person: Attendee, slot: number): boolean {
  return !!person.unavailable?.includes(slot) || !!person.sessions?.some((session) => session.slots.includes(slot));
}

/** Each side is there as it must be: the person, one member, the named one, or all; nobody else. */
function rightAttendees(book: Book, meeting: Meeting, attendees: readonly string[]): boolean {
  const ids = new Set(meeting.sides.map((side) => side.party));
  if (ids.size < 2 || ids.size !== meeting.sides.length || new Set(attendees).size !== attendees.length) return false;
  let expected = 0;
  for (const { party: id, attends = 'any' } of meeting.sides) {
    const { members } = book.parties.get(id)!;
    const own = members ? members.map((member) => member.id) : [id];
    const present = own.filter((member) => attendees.includes(member));
    if (present.length !== (members && attends === 'all' ? own.length : 1)) return false;
    if (members && typeof attends === 'object' && present[0] !== attends.member) return false;
    expected += present.length;
  }
  return expected === attendees.length;
}

function tables(book: Book, placements: readonly Placement[]): Violation[] {
  const taken = new Map<string, number>();
  const over = placements.filter(({ meeting, slot, zone, table }) => {
    const wanted = book.meetings.get(meeting)?.zone;
    if (zone !== undefined && (!book.zones.has(zone) || (wanted !== undefined && wanted !== zone))) return true;
    const among = zone === undefined ? book.problem.zones : [book.zones.get(zone)!];
    const room = among.reduce((sum, one) => sum + Math.max(0, one.tablesAt?.[slot] ?? one.tables), 0);
    const key = `${slot} ${zone ?? ''}`;
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return taken.get(key)! > room || (table !== undefined && (table < 1 || table > room));
  });
  const seated = placements.filter(({ table }) => table !== undefined);
  return [
    ...over.map(({ meeting }) => violation('NO_TABLE', meeting)),
    ...repeated(seated, ({ slot, zone, table }) => `${slot} ${zone} ${table}`, 'TABLE_TAKEN'),
  ];
}

function order(book: Book, placements: readonly Placement[]): Violation[] {
  const slotOf = new Map(placements.map((placement) => [placement.meeting, placement.slot]));
  return placements.flatMap(({ meeting, slot }) => {
    const late = (book.meetings.get(meeting)!.after ?? []).some((earlier) => (slotOf.get(earlier) ?? -1) >= slot);
    return late ? [violation('WRONG_ORDER', meeting)] : [];
  });
}

function caps(book: Book, placements: readonly Placement[]): Violation[] {
  const over = (limit: number | undefined, own: readonly Placement[]): Violation[] =>
    limit === undefined ? [] : own.slice(Math.max(0, limit)).map(({ meeting }) => violation('OVER_CAP', meeting));
  return book.problem.parties.flatMap((party) => {
    const limited = [party, ...(party.members ?? [])].filter(({ cap }) => cap !== undefined);
    if (!limited.length) return [];
    const own = placements.filter(({ meeting }) =>
      book.meetings.get(meeting)!.sides.some((side) => side.party === party.id),
    );
    return limited.flatMap(({ id, cap }) =>
      over(cap, id === party.id ? own : own.filter(({ attendees }) => attendees.includes(id))),
    );
  });
}

/** Nobody may need longer from one zone to the next than there is time between the two meetings. */
function walking(book: Book, placements: readonly Placement[]): Violation[] {
  const last = new Map<string, Placement>();
  const broken: Violation[] = [];
  for (const placement of [...placements].sort((one, other) => one.slot - other.slot)) {
    for (const attendee of placement.attendees) {
      const before = last.get(attendee);
      last.set(attendee, placement);
      if (before && tooFar(book, before, placement)) broken.push(violation('TOO_FAR', placement.meeting));
    }
  }
  return broken;
}

function tooFar({ problem, zones }: Book, from: Placement, to: Placement): boolean {
  if (from.zone === undefined || to.zone === undefined || from.zone === to.zone) return false;
  const minutes = problem.slots[to.slot].startsAt - problem.slots[from.slot].endsAt;
  return (zones.get(from.zone)?.walking?.[to.zone] ?? 0) > minutes;
}
