import type { Event } from '#events';
import type { Refusal } from '#kernel';
import { SlotBook, type MeetingSlot, type PartyTimes, type SlotFacts } from './slot-book.rules.js';

/** The slots of an event as certain parties find them at one moment. */
export class PartiesSlots {
  private readonly book: SlotBook;

  constructor(
    readonly event: Event,
    private readonly facts: SlotFacts,
    private readonly parties: readonly PartyTimes[],
  ) {
    this.book = new SlotBook(facts);
  }

  /** The slot that starts then, if all the parties and a table have it free; else why not. */
  freeSlot(startsAt: Date, field = 'startsAt'): MeetingSlot | Refusal {
    return this.book.refuse(startsAt, this.parties, field) ?? this.book.slotAt(startsAt)!;
  }

  free(): MeetingSlot[] {
    return this.book.free(this.parties);
  }

  /** The slots that only these of the parties have free. */
  freeOf(partyIds: readonly string[]): MeetingSlot[] {
    return this.book.free(this.parties.filter(({ id }) => partyIds.includes(id)));
  }

  /** The last slot to come, free or not; null when all have begun. */
  lastToCome(): MeetingSlot | null {
    return this.facts.slots.filter(({ startsAt }) => startsAt > this.facts.now).at(-1) ?? null;
  }

  refuse(startsAt: Date, field = 'startsAt'): Refusal | null {
    return this.book.refuse(startsAt, this.parties, field);
  }

  /** Somebody quicker took a party's time (`partyId`) or the last table (null). */
  lost(startsAt: Date, partyId: string | null): Refusal {
    const party = this.parties.find(({ id }) => id === partyId) ?? null;
    return this.book.lost(party, startsAt, this.parties);
  }

  nameOf(partyId: string): string {
    return this.parties.find(({ id }) => id === partyId)?.name ?? '';
  }
}
