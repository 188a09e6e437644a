import { describe, expect, it } from '@jest/globals';
import { overlaps, wordsOf, type TimeSlot } from '#kernel';
import fc from 'fast-check';
import {
  SlotBook,
  stretchesOf,
  type BusyTime,
  type MeetingSlot,
  type PartyTimes,
  type SlotFacts,
} from './slot-book.rules.js';

const minute = 60_000;
const nine = Date.parse('2025-06-20T14:00:00Z'); // 09:00 in Lima
const slotFrom = (index: number, blockId = 'morning'): MeetingSlot => ({
  blockId,
  startsAt: new Date(nine + index * 20 * minute),
  endsAt: new Date(nine + (index + 1) * 20 * minute),
});
const slots = [0, 1, 2, 3, 4, 5].map((index) => slotFrom(index));
const nextDay = (slot: MeetingSlot): MeetingSlot => ({
  blockId: 'tomorrow',
  startsAt: new Date(slot.startsAt.getTime() + 24 * 60 * minute),
  endsAt: new Date(slot.endsAt.getTime() + 24 * 60 * minute),
});

const taken = (index: number, count: number) => ({ ...slotFrom(index), count });

const facts = (change: Partial<SlotFacts> = {}): SlotFacts => ({
  now: new Date(nine - 60 * minute),
  zone: 'America/Lima',
  slots,
  tables: new Map([
    ['morning', 2],
    ['tomorrow', 1],
  ]),
  taken: [],
  ...change,
});

const busy = (why: BusyTime['why'], ...indexes: number[]): BusyTime[] =>
  indexes.map((index) => ({ ...slotFrom(index), why, ...(why === 'speaking' && { session: 'Fibra de alpaca' }) }));
const cite: PartyTimes = { id: 'cite', name: 'CITEtextil', busy: [] };
const qullasuyu: PartyTimes = { id: 'qullasuyu', name: 'Mancomunidad Qullasuyu', busy: [] };
const indexesOf = (free: readonly TimeSlot[]): number[] =>
  free.map((slot) => (slot.startsAt.getTime() - nine) / (20 * minute));

describe('the slots that two parties have free', () => {
  it('are all of them when nobody is busy', () => {
    expect(indexesOf(new SlotBook(facts()).free([cite, qullasuyu]))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leave out meetings, time kept free and sessions of either party', () => {
    const one = { ...cite, busy: [...busy('meeting', 0), ...busy('speaking', 2)] };
    const other = { ...qullasuyu, busy: busy('unavailable', 4) };
    expect(indexesOf(new SlotBook(facts()).free([one, other]))).toEqual([1, 3, 5]);
  });

  it('leave out slots whose tables are all taken', () => {
    const book = new SlotBook(facts({ taken: [taken(1, 2), taken(3, 1)] }));
    expect(indexesOf(book.free([cite, qullasuyu]))).toEqual([0, 2, 3, 4, 5]);
  });

  it('leave out slots that have begun', () => {
    const book = new SlotBook(facts({ now: slotFrom(2).startsAt }));
    expect(indexesOf(book.free([cite]))).toEqual([3, 4, 5]);
  });

  it('never overlap what keeps a party busy, whatever its length', () => {
    const stretch = fc.record({ from: fc.integer({ min: -30, max: 150 }), length: fc.integer({ min: 1, max: 90 }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
        const times = stretches.map(({ from, length }): BusyTime => {
          const startsAt = new Date(nine + from * minute);
          return { why: 'unavailable', startsAt, endsAt: new Date(startsAt.getTime() + length * minute) };
        });
        const free = new SlotBook(facts()).free([{ ...cite, busy: times }, qullasuyu]);
        const expected = slots.filter((slot) => !times.some((time) => overlaps(time, slot)));
        expect(free).toEqual(expected);
      }),
    );
  });
});

describe('a slot is refused', () => {
  const words = (book: SlotBook, startsAt: Date, parties: PartyTimes[]): string | null => {
    const refusal = book.refuse(startsAt, parties);
    return refusal && wordsOf(refusal, 'es');
  };
  const third = slotFrom(2).startsAt;

  it('never, when both are free and a table is left', () => {
    expect(words(new SlotBook(facts()), third, [cite, qullasuyu])).toBeNull();
  });

  it('when a party has a meeting, naming the next slots that both have free', () => {
    const one = { ...cite, busy: busy('meeting', 2, 3) };
    expect(words(new SlotBook(facts()), third, [one, qullasuyu])).toBe(
      'CITEtextil ya tiene otra reunión a las 09:40. Elija otro turno; los primeros libres para ambas partes: 09:00, 10:20, 10:40.',
    );
  });

  it('when the contact speaks, naming the session', () => {
    const one = { ...cite, busy: busy('speaking', 2) };
    expect(words(new SlotBook(facts()), third, [one, qullasuyu])).toBe(
      'CITEtextil participa a las 09:40 en la sesión «Fibra de alpaca». Elija otro turno; los primeros libres para ambas partes: 10:00, 10:20, 10:40.',
    );
  });

  it('when all tables are taken, looking into the next day', () => {
    const all = facts({ slots: [slotFrom(2), nextDay(slotFrom(0))], taken: [taken(2, 2)] });
    expect(words(new SlotBook(all), third, [cite, qullasuyu])).toBe(
      'A las 09:40 no queda ninguna mesa libre. Elija otro turno; los primeros libres para ambas partes: 21/06 09:00.',
    );
  });

  it('when it is none of the slots, and says when nothing is left', () => {
    const none = new SlotBook(facts({ slots: [] })).refuse(new Date(nine), [cite, qullasuyu]);
    expect(none).toMatchObject({ code: 'SLOT_UNKNOWN', field: 'startsAt', details: { next: '—', alternatives: '' } });
  });

  it('with its alternatives as local times for programs', () => {
    const one = { ...cite, busy: busy('unavailable', 2) };
    expect(new SlotBook(facts()).refuse(third, [one, qullasuyu])).toMatchObject({
      code: 'PARTY_BUSY',
      details: { alternatives: '2025-06-20T10:00,2025-06-20T10:20,2025-06-20T10:40' },
    });
  });
});

describe('slots in a row', () => {
  it('become one stretch, and a longer gap begins another', () => {
    const two = stretchesOf([slotFrom(0), slotFrom(1), slotFrom(4)], 5);
    expect(two).toEqual([
      { startsAt: slotFrom(0).startsAt, endsAt: slotFrom(1).endsAt },
      { startsAt: slotFrom(4).startsAt, endsAt: slotFrom(4).endsAt },
    ]);
  });
});
