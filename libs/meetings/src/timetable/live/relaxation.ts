import type { Attendee, Meeting, TimetableProblem, Zone } from '../problem.js';
import type { Reason } from './reasons.js';

/** One rule that somebody could give up. */
export type Relaxation =
  | { readonly kind: 'ONE_MORE_TABLE'; readonly slot: number; readonly zone: string }
  | { readonly kind: 'ANY_HALF'; readonly meeting: string }
  | { readonly kind: 'NOT_FIXED'; readonly meeting: string }
  | { readonly kind: 'ANY_ZONE'; readonly meeting: string }
  | { readonly kind: 'ALLOW_SLOT'; readonly meeting: string; readonly slot: number }
  | { readonly kind: 'COME_AT'; readonly who: string; readonly slot: number }
  | { readonly kind: 'LEAVE_SESSION'; readonly who: string; readonly session: string; readonly slot: number }
  | { readonly kind: 'RAISE_CAP'; readonly who: string; readonly cap: number }
  | { readonly kind: 'DROP_ORDER'; readonly first: string; readonly second: string }
  /** The other meeting gives its place up; the problem stays, the plan loses it. */
  | { readonly kind: 'GIVE_UP_MEETING'; readonly meeting: string };

/** What it asks of people, least first: a table is cheap, a meeting given up is dear. */
export const burden: Readonly<Record<Relaxation['kind'], number>> = {
  ONE_MORE_TABLE: 1,
  ANY_ZONE: 2,
  ANY_HALF: 3,
  RAISE_CAP: 4,
  ALLOW_SLOT: 5,
  NOT_FIXED: 6,
  DROP_ORDER: 7,
  COME_AT: 8,
  LEAVE_SESSION: 9,
  GIVE_UP_MEETING: 10,
};

/** What takes the reason away; undefined when nothing does. */
export function relaxationOf(
  problem: TimetableProblem,
  meeting: Meeting,
  slot: number,
  reason: Reason,
): Relaxation | undefined {
  const { id } = meeting;
  switch (reason.code) {
    case 'CANNOT_BE_HELD':
      return undefined;
    case 'FIXED_ELSEWHERE':
      return { kind: 'NOT_FIXED', meeting: id };
    case 'OTHER_HALF':
      return { kind: 'ANY_HALF', meeting: id };
    case 'FORBIDDEN':
      return { kind: 'ALLOW_SLOT', meeting: id, slot };
    case 'AWAY':
      return { kind: 'COME_AT', who: reason.who, slot };
    case 'IN_SESSION':
      return { kind: 'LEAVE_SESSION', who: reason.who, session: reason.session, slot };
    case 'BUSY':
      return { kind: 'GIVE_UP_MEETING', meeting: reason.meeting };
    case 'MUST_COME_AFTER':
      return { kind: 'DROP_ORDER', first: reason.meeting, second: id };
    case 'MUST_COME_BEFORE':
      return { kind: 'DROP_ORDER', first: id, second: reason.meeting };
    case 'OVER_CAP':
      return { kind: 'RAISE_CAP', who: reason.who, cap: reason.cap + 1 };
    case 'TOO_FAR':
    case 'NO_TABLE':
      return { kind: 'ONE_MORE_TABLE', slot, zone: meeting.zone ?? problem.zones[0]?.id ?? '' };
  }
}

/** The problem with the rule given up. */
export function relax(problem: TimetableProblem, relaxation: Relaxation): TimetableProblem {
  switch (relaxation.kind) {
    case 'ONE_MORE_TABLE': {
      const { slot, zone: id } = relaxation;
      return { ...problem, zones: problem.zones.map((zone) => (zone.id === id ? oneMore(zone, slot, problem) : zone)) };
    }
    case 'COME_AT':
    case 'LEAVE_SESSION':
      return changePerson(problem, relaxation.who, (person) => freed(person, relaxation));
    case 'RAISE_CAP':
      return raise(problem, relaxation.who, relaxation.cap);
    case 'DROP_ORDER':
      return change(problem, relaxation.second, (meeting) => withoutRule(meeting, relaxation));
    case 'GIVE_UP_MEETING':
      return problem;
    case 'ANY_HALF':
    case 'NOT_FIXED':
    case 'ANY_ZONE':
    case 'ALLOW_SLOT':
      return change(problem, relaxation.meeting, (meeting) => withoutRule(meeting, relaxation));
  }
}

/** Those that are a rule of one meeting. */
type MeetingRule = Extract<Relaxation, { kind: 'ANY_HALF' | 'NOT_FIXED' | 'ANY_ZONE' | 'ALLOW_SLOT' | 'DROP_ORDER' }>;

function withoutRule(meeting: Meeting, relaxation: MeetingRule): Meeting {
  switch (relaxation.kind) {
    case 'ANY_HALF':
      return { ...meeting, half: undefined };
    case 'NOT_FIXED':
      return { ...meeting, fixedSlot: undefined };
    case 'ANY_ZONE':
      return { ...meeting, zone: undefined };
    case 'ALLOW_SLOT':
      return { ...meeting, forbiddenSlots: without(meeting.forbiddenSlots, relaxation.slot) };
    case 'DROP_ORDER':
      return { ...meeting, after: (meeting.after ?? []).filter((id) => id !== relaxation.first) };
  }
}

function freed<T extends Attendee>(person: T, { kind, slot }: { kind: 'COME_AT' | 'LEAVE_SESSION'; slot: number }): T {
  if (kind === 'COME_AT') return { ...person, unavailable: without(person.unavailable, slot) };
  return { ...person, sessions: leave(person, slot) };
}

function oneMore(zone: Zone, slot: number, { slots }: TimetableProblem): Zone {
  const tablesAt = slots.map((_, at) => (zone.tablesAt?.[at] ?? zone.tables) + (at === slot ? 1 : 0));
  return { ...zone, tablesAt };
}

function change(problem: TimetableProblem, id: string, how: (meeting: Meeting) => Meeting): TimetableProblem {
  return { ...problem, meetings: problem.meetings.map((meeting) => (meeting.id === id ? how(meeting) : meeting)) };
}

/** The cap of exactly this person or team. */
function raise(problem: TimetableProblem, who: string, cap: number): TimetableProblem {
  const raised = <T extends Attendee>(one: T): T => (one.id === who && one.cap !== undefined ? { ...one, cap } : one);
  const parties = problem.parties.map((party) => {
    const members = party.members?.map(raised);
    return { ...raised(party), ...(members ? { members } : {}) };
  });
  return { ...problem, parties };
}

/** The person, as a party of its own or as a member; a member's team is changed too, for its rules bind the member. */
function changePerson(
  problem: TimetableProblem,
  who: string,
  how: <T extends Attendee>(person: T) => T,
): TimetableProblem {
  const parties = problem.parties.map((party) => {
    const isOne = party.id === who || party.members?.some(({ id }) => id === who);
    if (!isOne) return party;
    const members = party.members?.map((member) => (member.id === who ? how(member) : member));
    return { ...how(party), ...(members ? { members } : {}) };
  });
  return { ...problem, parties };
}

function without(slots: readonly number[] | undefined, slot: number): number[] {
  return (slots ?? []).filter((other) => other !== slot);
}

function leave(person: Attendee, slot: number): Attendee['sessions'] {
  return (person.sessions ?? []).map((session) => ({ ...session, slots: without(session.slots, slot) }));
}
