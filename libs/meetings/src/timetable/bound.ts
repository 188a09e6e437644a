import { meetingsByAttendee } from './hall.js';
import type { Instance } from './instance.js';
import { Omissions } from './omissions.js';
import { latestAndEarliest } from './precedence.js';

/** How many meetings an attendee must have had, and can have had, by the end of each slot, if as many as can be are placed. */
export interface Pace {
  readonly meetings: readonly number[];
  /** So many of them are placed at least: all, unless some may be left out. */
  readonly sure: number;
  /** 1 where at least one of the meetings can be: [slot]. */
  readonly usable: Uint8Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** The slots that remain to each meeting if as many as can be are placed, and the pace of every attendee. */
export interface Outlook {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly paces: readonly Pace[];
}

export function outlookOf(instance: Instance, omissions = new Omissions(instance)): Outlook {
  const { earliest, latest } = latestAndEarliest(instance, omissions.optional);
  const { slots, attendees } = instance;
  // One array for all and a window for each: to make small ones by the ten thousand would take longer than to fill them.
  const [usable, least, most] = [Uint8Array, Int32Array, Int32Array].map((Kind) => new Kind(attendees * slots));
  const paces = meetingsByAttendee(instance).map((meetings, attendee) => ({
    meetings,
    sure: meetings.length - omissions.mostOf(meetings),
    usable: usable.subarray(attendee * slots, (attendee + 1) * slots) as Uint8Array,
    least: least.subarray(attendee * slots, (attendee + 1) * slots) as Int32Array,
    most: most.subarray(attendee * slots, (attendee + 1) * slots) as Int32Array,
  }));
  paces.forEach((pace, attendee) => fill(instance, attendee, pace, { earliest, latest }, omissions));
  return { earliest, latest, paces };
}

function fill(
  instance: Instance,
  attendee: number,
  pace: Pace,
  { earliest, latest }: Pick<Outlook, 'earliest' | 'latest'>,
  omissions: Omissions,
): void {
  const { slots, allowed, free } = instance;
  const { meetings, sure, usable, least, most } = pace;
  const unsure = meetings.length > sure ? new Int32Array(slots) : undefined;
  for (const m of meetings) {
    for (let slot = earliest[m]; slot <= latest[m]; slot++) usable[slot] |= allowed[m * slots + slot];
    const over = unsure && omissions.optional[m] ? unsure : least;
    // Without any slot it must be over at once and can never have begun, so that no pace holds.
    if (slots > 0) over[Math.max(0, latest[m])] += 1;
    if (earliest[m] < slots) most[earliest[m]] += 1;
  }
  for (let slot = 0; slot < slots; slot++) usable[slot] &= free[attendee * slots + slot];
  const held = meetings.length - omissions.leastOf(meetings);
  countOn(pace, unsure ? Math.min(instance.caps[attendee], held) : Infinity, unsure);
}

/**
 * From meetings that end and begin at each slot to numbers by then. `cap`: no more are held. `unsure`: those that end there if
 * they are not left out.
 */
function countOn({ meetings, sure, usable, least, most }: Pace, cap: number, unsure?: Int32Array): void {
  let room = usable.reduce((sum, one) => sum + one, 0);
  let spared = meetings.length - sure;
  for (let slot = 0, over = 0, begun = 0, before = 0; slot < least.length; slot++) {
    room -= usable[slot];
    before += usable[slot];
    over += least[slot];
    begun += most[slot];
    spared -= unsure?.[slot] ?? 0;
    least[slot] = Math.max(over + Math.max(0, -spared), sure - room);
    most[slot] = Math.min(begun, before, cap);
  }
}

/**
 * The fewest breaks that each attendee can have in any timetable of the outlook, whatever the others do: a choice of slots
 * at the attendee's own pace with the fewest runs. Somebody who may yet be given meetings of a team can fill gaps with them,
 * so nothing is claimed of such people. Infinity where the attendee's own meetings do not fit.
 */
export function fewestBreaks(instance: Instance, { paces }: Outlook): Float64Array {
  const open = new Uint8Array(instance.attendees);
  const { candidateStart, candidates } = instance;
  for (let seat = 0; seat + 1 < candidateStart.length; seat++) {
    if (candidateStart[seat + 1] - candidateStart[seat] === 1) continue;
    for (let i = candidateStart[seat]; i < candidateStart[seat + 1]; i++) open[candidates[i]] = 1;
  }
  const room = 3 * (1 + paces.reduce((most, { meetings }) => Math.max(most, meetings.length), 0));
  const buffers = [new Float64Array(room), new Float64Array(room)] as const;
  return Float64Array.from(paces, (pace, attendee) => (open[attendee] ? 0 : fewestRuns(instance, pace, buffers)));
}

/** Progress within a day: nothing yet, at a meeting now, or idle after one. */
const enum Day {
  Fresh,
  Busy,
  Idle,
}

/** What is known after each slot: [meetings so far * 3 + Day], the fewest breaks, Infinity where it cannot be. */
type Runs = Float64Array<ArrayBuffer>;

function fewestRuns(instance: Instance, pace: Pace, buffers: readonly [Runs, Runs]): number {
  const total = pace.meetings.length;
  if (total < 2) return pace.sure === 0 || pace.usable.includes(1) ? 0 : Infinity;
  let [now, next] = buffers.map((buffer) => buffer.subarray(0, (total + 1) * 3));
  now.fill(Infinity);
  now[Day.Fresh] = 0;
  for (let slot = 0; slot < instance.slots; slot++) {
    if (slot > 0 && instance.dayOf[slot] !== instance.dayOf[slot - 1]) sleep(now);
    afterSlot(now, next, pace, slot);
    [now, next] = [next, now];
  }
  return now.subarray(pace.sure * 3).reduce((fewest, one) => Math.min(fewest, one), Infinity);
}

function sleep(now: Runs): void {
  for (let k = 0; k < now.length; k += 3) {
    now[k + Day.Fresh] = Math.min(now[k], now[k + 1], now[k + 2]);
    now[k + Day.Busy] = now[k + Day.Idle] = Infinity;
  }
}

function afterSlot(now: Runs, next: Runs, pace: Pace, slot: number): void {
  next.fill(Infinity);
  for (let k = pace.least[slot]; k <= Math.min(pace.most[slot], pace.meetings.length); k++) {
    const idle = k * 3;
    next[idle + Day.Fresh] = now[idle + Day.Fresh];
    next[idle + Day.Idle] = Math.min(now[idle + Day.Idle], now[idle + Day.Busy]);
    if (k === 0 || !pace.usable[slot]) continue;
    const less = idle - 3;
    next[idle + Day.Busy] = Math.min(now[less + Day.Fresh], now[less + Day.Busy], now[less + Day.Idle] + 1);
  }
}
