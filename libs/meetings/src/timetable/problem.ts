/**
 * What the engine is asked: plain data, ids as strings, slots as positions in `slots` (from 0). Everything in it is a rule
 * that a timetable must keep, except `published` and `priority`, which say what is preferred.
 */
export interface TimetableProblem {
  /** In order of time. May be empty: then nothing can be placed, and `contradictionsOf` says so. */
  readonly slots: readonly Slot[];
  readonly zones: readonly Zone[];
  readonly parties: readonly Party[];
  readonly meetings: readonly Meeting[];
  /** The most breaks that one attendee may have. 2 when absent. */
  readonly fairness?: number;
  /** The plan that people already know; the new one stays near to it where that costs nothing better. */
  readonly published?: readonly Placement[];
}

export interface Slot {
  /** How people call it: `10:40`. */
  readonly label: string;
  /** Breaks are counted within a day, never overnight. Any whole number, the same for all slots of a day. */
  readonly day: number;
  readonly half: HalfDay;
  /** Minutes since the first day's midnight; with `endsAt` it tells how long people have to walk to the next slot. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export type HalfDay = 'morning' | 'afternoon';

/** A hall or an area with tables that are near to each other. Tables are numbered from 1. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  /** Meetings that fit in at the same time. */
  readonly tables: number;
  /** Where the number of tables is another at some slots: one number per slot. */
  readonly tablesAt?: readonly number[];
  /** Minutes on foot to other zones, by their id. A zone that is not named is next door (0 minutes). */
  readonly walking?: Readonly<Record<string, number>>;
}

/** A person, or an institution's team when it has members. */
export interface Party extends Attendee {
  /** The people of a team. They may be in as many meetings at once as there are members. */
  readonly members?: readonly Attendee[];
}

export interface Attendee {
  readonly id: string;
  readonly name: string;
  /** Slots at which the person (or the whole team) is not there. */
  readonly unavailable?: readonly number[];
  /** What the person speaks at or must attend. */
  readonly sessions?: readonly SessionDuty[];
  /** The most meetings that the person (or the whole team) accepts. */
  readonly cap?: number;
}

export interface SessionDuty {
  readonly title: string;
  readonly slots: readonly number[];
}

export interface Meeting {
  readonly id: string;
  /** Two or more different parties. */
  readonly sides: readonly Side[];
  /** 1 when absent; kept within 1 and 1000. The timetable places the greatest sum. */
  readonly priority?: number;
  readonly half?: HalfDay;
  readonly fixedSlot?: number;
  readonly forbiddenSlots?: readonly number[];
  /** Ids of meetings that must be over before this one begins. It binds only when both are placed. */
  readonly after?: readonly string[];
  /** The only zone in which it may be held. */
  readonly zone?: string;
}

export interface Side {
  readonly party: string;
  /** For teams: any member (when absent), all of them, or the one with this id. */
  readonly attends?: 'any' | 'all' | { readonly member: string };
}

/** One placed meeting. */
export interface Placement {
  readonly meeting: string;
  /** Position in the problem's `slots`. */
  readonly slot: number;
  readonly zone?: string;
  /** From 1 within its zone. */
  readonly table?: number;
  /** Ids of the people who attend: persons, or members of teams. */
  readonly attendees: readonly string[];
}

/** What the engine answers with; also what it may be given back as `published` or as a start. */
export interface Plan {
  readonly placements: readonly Placement[];
}
