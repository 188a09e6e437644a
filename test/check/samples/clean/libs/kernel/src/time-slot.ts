export interface TimeSlot {
  start: Date;
  end: Date;
}

export function overlaps(one: TimeSlot, other: TimeSlot): boolean {
  return one.start < other.end && other.start < one.end;
}
