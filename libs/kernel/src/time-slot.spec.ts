import fc from 'fast-check';
import { contains, overlaps, slotsOf, type TimeSlot } from './time-slot.js';

const slot = (from: number, to: number): TimeSlot => ({
  startsAt: new Date(from * 60_000),
  endsAt: new Date(to * 60_000),
});

describe('time slots', () => {
  it('may touch without overlapping', () => {
    expect(overlaps(slot(0, 20), slot(20, 40))).toBe(false);
    expect(overlaps(slot(0, 21), slot(20, 40))).toBe(true);
  });

  it('overlap one another, whichever is asked', () => {
    const minutes = fc
      .tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }))
      .map(([from, length]) => slot(from, from + length));
    fc.assert(fc.property(minutes, minutes, (one, other) => overlaps(one, other) === overlaps(other, one)));
  });

  it('hold what lies within, ends included', () => {
    expect(contains(slot(0, 60), slot(0, 60))).toBe(true);
    expect(contains(slot(0, 60), slot(30, 61))).toBe(false);
  });

  it('cut an interval into slots that fit whole', () => {
    expect(slotsOf(slot(0, 70), 20)).toEqual([slot(0, 20), slot(20, 40), slot(40, 60)]);
    expect(slotsOf(slot(0, 10), 20)).toEqual([]);
  });
});
