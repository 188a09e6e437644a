import { overlaps, type TimeSlot } from '#kernel';

export function clashes(wanted: TimeSlot, taken: readonly TimeSlot[]): boolean {
  return taken.some((slot) => overlaps(slot, wanted));
}
