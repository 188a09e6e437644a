import type { Instance } from './instance.js';

/** Meetings that wait for each other in a circle, in order; undefined when there is none. */
export function precedenceCycle(instance: Instance): number[] | undefined {
  const { order, waiting } = topologicalOrder(instance);
  if (order.length === instance.meetings) return undefined;
  // Whoever still waits has a predecessor that still waits: walking back must come round.
  const trail: number[] = [];
  const seenAt = new Map<number, number>();
  let m = waiting.findIndex((count) => count > 0);
  while (!seenAt.has(m)) {
    seenAt.set(m, trail.push(m) - 1);
    m = predecessors(instance, m).find((earlier) => waiting[earlier] > 0)!;
  }
  const circle = trail.slice(seenAt.get(m)).reverse();
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

function predecessors({ before, beforeStart }: Instance, m: number): Int32Array {
  return before.subarray(beforeStart[m], beforeStart[m + 1]);
}

/** Meetings such that those before come first; those in or behind a circle are left out and still wait. */
function topologicalOrder(instance: Instance): { order: number[]; waiting: Int32Array } {
  const { beforeStart, after, afterStart, meetings } = instance;
  const waiting = Int32Array.from({ length: meetings }, (_, m) => beforeStart[m + 1] - beforeStart[m]);
  const order: number[] = [];
  for (let m = 0; m < meetings; m++) if (waiting[m] === 0) order.push(m);
  for (let next = 0; next < order.length; next++) {
    const m = order[next];
    for (let i = afterStart[m]; i < afterStart[m + 1]; i++) if (--waiting[after[i]] === 0) order.push(after[i]);
  }
  return { order, waiting };
}

/**
 * The earliest and the latest slot of each meeting if all are to be placed: its own allowed slots, tightened by what must come
 * before and after it. Where no slot is left, `earliest` is above `latest`. Meetings in a circle keep their own slots.
 * `optional`: 1 where the meeting may be left out. It then binds no other, and has its slots only if it is placed.
 */
export function latestAndEarliest(
  instance: Instance,
  optional?: Uint8Array,
): { earliest: Int32Array; latest: Int32Array } {
  const { slots, allowed, meetings, before, beforeStart, after, afterStart } = instance;
  const earliest = Int32Array.from({ length: meetings }, (_, m) => firstAllowed(allowed, m * slots, 0, slots));
  const latest = Int32Array.from({ length: meetings }, (_, m) => lastAllowed(allowed, m * slots, slots - 1));
  const { order } = topologicalOrder(instance);
  for (const m of order) {
    let bound = earliest[m];
    for (let i = beforeStart[m]; i < beforeStart[m + 1]; i++) {
      if (!optional?.[before[i]]) bound = Math.max(bound, earliest[before[i]] + 1);
    }
    earliest[m] = firstAllowed(allowed, m * slots, bound, slots);
  }
  for (const m of order.reverse()) {
    let bound = latest[m];
    for (let i = afterStart[m]; i < afterStart[m + 1]; i++) {
      if (!optional?.[after[i]]) bound = Math.min(bound, latest[after[i]] - 1);
    }
    latest[m] = lastAllowed(allowed, m * slots, bound);
  }
  return { earliest, latest };
}

function firstAllowed(allowed: Uint8Array, row: number, from: number, slots: number): number {
  let slot = from;
  while (slot < slots && !allowed[row + slot]) slot += 1;
  return slot;
}

function lastAllowed(allowed: Uint8Array, row: number, from: number): number {
  let slot = from;
  while (slot >= 0 && !allowed[row + slot]) slot -= 1;
  return slot;
}
