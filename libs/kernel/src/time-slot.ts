/** A half-open interval of time: it starts at `startsAt` and is over at `endsAt`, so that slots may touch. */
export interface TimeSlot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export function overlaps(one: TimeSlot, other: TimeSlot): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

export function contains(outer: TimeSlot, inner: TimeSlot): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
}

/** Slots of equal length that fit whole into the interval, in order. */
export function slotsOf(interval: TimeSlot, minutes: number): TimeSlot[] {
  const length = minutes * 60_000;
  const slots: TimeSlot[] = [];
  for (let start = interval.startsAt.getTime(); start + length <= interval.endsAt.getTime(); start += length) {
    slots.push({ startsAt: new Date(start), endsAt: new Date(start + length) });
  }
  return slots;
}
