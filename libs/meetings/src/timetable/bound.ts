import { meetingsByAttendee } from './hall.js';
import type { Instance } from './instance.js';
import { latestAndEarliest } from './precedence.js';

/** How many meetings an attendee must have had, and can have had, by the end of each slot, if all are placed. */
export interface Pace {
  readonly meetings: readonly number[];
  /** 1 where at least one of the meetings can be: [slot]. */
  readonly usable: Uint8Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** The slots that remain to each meeting if all are placed, and the pace of every attendee. */
export interface Outlook {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly paces: readonly Pace[];
}

export function outlookOf(instance: Instance): Outlook {
  const { earliest, latest } = latestAndEarliest(instance);
  const paces = meetingsByAttendee(instance).map((meetings, attendee) =>
    paceOf(instance, attendee, meetings, earliest, latest),
  );
  return { earliest, latest, paces };
}

function paceOf(
  instance: Instance,
  attendee: number,
  meetings: readonly number[],
  earliest: Int32Array,
  latest: Int32Array,
): Pace {
  const { slots } = instance;
  const usable = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) {
    const can = (m: number): boolean =>
      !!instance.allowed[m * slots + slot] && earliest[m] <= slot && slot <= latest[m];
    if (instance.free[attendee * slots + slot] && meetings.some(can)) usable[slot] = 1;
  }
  const least = new Int32Array(slots);
  const most = new Int32Array(slots);
  let room = usable.reduce((sum, one) => sum + one, 0);
  let before = 0;
  for (let slot = 0; slot < slots; slot++) {
    room -= usable[slot];
    before += usable[slot];
    const over = meetings.reduce((sum, m) => sum + (latest[m] <= slot ? 1 : 0), 0);
    const begun = meetings.reduce((sum, m) => sum + (earliest[m] <= slot ? 1 : 0), 0);
    least[slot] = Math.max(over, meetings.length - room);
    most[slot] = Math.min(begun, before);
  }
  return { meetings, usable, least, most };
}

/**
 * The fewest breaks that each attendee can have in any timetable that places all, whatever the others do: a choice of slots
 * at the attendee's own pace with the fewest runs. Somebody who may yet be given meetings of a team can fill gaps with them,
 * so nothing is claimed of such people. Infinity where the attendee's own meetings do not fit.
 */
export function fewestBreaks(instance: Instance, outlook: Outlook): Float64Array {
  const open = new Uint8Array(instance.attendees);
  const { candidateStart, candidates } = instance;
  for (let seat = 0; seat + 1 < candidateStart.length; seat++) {
    if (candidateStart[seat + 1] - candidateStart[seat] === 1) continue;
    for (let i = candidateStart[seat]; i < candidateStart[seat + 1]; i++) open[candidates[i]] = 1;
  }
  return Float64Array.from(outlook.paces, (pace, attendee) => (open[attendee] ? 0 : fewestRuns(instance, pace)));
}

/** Progress within a day: nothing yet, at a meeting now, or idle after one. */
const enum Day {
  Fresh,
  Busy,
  Idle,
}

function fewestRuns(instance: Instance, pace: Pace): number {
  const total = pace.meetings.length;
  let now = new Float64Array((total + 1) * 3).fill(Infinity);
  now[Day.Fresh] = 0;
  for (let slot = 0; slot < instance.slots; slot++) {
    const newDay = slot > 0 && instance.dayOf[slot] !== instance.dayOf[slot - 1];
    now = afterSlot(newDay ? overnight(now) : now, pace, slot);
  }
  const end = total * 3;
  return Math.min(now[end], now[end + 1], now[end + 2]);
}

function overnight(now: Float64Array): Float64Array<ArrayBuffer> {
  const morning = new Float64Array(now.length).fill(Infinity);
  for (let k = 0; k < now.length; k += 3) morning[k + Day.Fresh] = Math.min(now[k], now[k + 1], now[k + 2]);
  return morning;
}

function afterSlot(now: Float64Array, pace: Pace, slot: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(now.length).fill(Infinity);
  for (let k = pace.least[slot]; k <= Math.min(pace.most[slot], pace.meetings.length); k++) {
    const idle = k * 3;
    next[idle + Day.Fresh] = now[idle + Day.Fresh];
    next[idle + Day.Idle] = Math.min(now[idle + Day.Idle], now[idle + Day.Busy]);
    if (k === 0 || !pace.usable[slot]) continue;
    const less = idle - 3;
    next[idle + Day.Busy] = Math.min(now[less + Day.Fresh], now[less + Day.Busy], now[less + Day.Idle] + 1);
  }
  return next;
}
