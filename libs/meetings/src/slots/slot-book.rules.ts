import { dayOf, localTimeOf, overlaps, timeOf, type Refusal, type RefusalDetails, type TimeSlot } from '#kernel';
import { slotRefusals } from './slot.refusals.js';

export interface MeetingSlot extends TimeSlot {
  readonly blockId: string;
}

/** A slot that meetings have, and how many. */
export interface TakenSlot extends MeetingSlot {
  readonly count: number;
}

/** Time that a party cannot give to a meeting, and why. */
export interface BusyTime extends TimeSlot {
  readonly why: 'meeting' | 'unavailable' | 'speaking';
  /** The session's title, when the party speaks. */
  readonly session?: string;
}

export interface PartyTimes {
  readonly id: string;
  readonly name: string;
  readonly busy: readonly BusyTime[];
}

/** All that decides which slots are free: read at one instant, so that the answer is of one moment. */
export interface SlotFacts {
  readonly now: Date;
  /** IANA zone in which refusals name times. */
  readonly zone: string;
  /** The slots of every block asked about, in order of time. */
  readonly slots: readonly MeetingSlot[];
  /** Number of tables by block id. */
  readonly tables: ReadonlyMap<string, number>;
  /** The slots that the standing meetings of all parties have. */
  readonly taken: readonly TakenSlot[];
}

const shownAlternatives = 3;

/** Which slots are left for parties to meet, and why another is not. Pure: it judges the facts it was given. */
export class SlotBook {
  constructor(private readonly facts: SlotFacts) {}

  /** The slot that starts at that instant; null when none does. */
  slotAt(startsAt: Date): MeetingSlot | null {
    return this.facts.slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime()) ?? null;
  }

  /** The slots to come in which every one of the parties is free and a table is left, in order. */
  free(parties: readonly PartyTimes[]): MeetingSlot[] {
    return this.facts.slots.filter((slot) => this.hindrance(slot, parties) === null);
  }

  /** Why the parties cannot meet in the slot that starts then, with the first slots in which they can; null when they can. */
  refuse(startsAt: Date, parties: readonly PartyTimes[], field = 'startsAt'): Refusal | null {
    const slot = this.slotAt(startsAt);
    const hindrance = slot ? this.hindrance(slot, parties) : ({ code: 'SLOT_UNKNOWN' } as const);
    return hindrance && this.refusal(hindrance, startsAt, parties, field);
  }

  /** The refusal for a slot that was free when looked at: a party's time (or, without a party, the last table) went to somebody quicker. */
  lost(party: PartyTimes | null, startsAt: Date, parties: readonly PartyTimes[]): Refusal {
    const hindrance: Hindrance = party
      ? { code: 'SLOT_TAKEN', details: { party: party.name } }
      : { code: 'NO_TABLE_FREE' };
    return this.refusal(hindrance, startsAt, parties, 'startsAt');
  }

  private hindrance(slot: MeetingSlot, parties: readonly PartyTimes[]): Hindrance | null {
    if (slot.startsAt <= this.facts.now) return { code: 'SLOT_PAST' };
    for (const party of parties) {
      const busy = party.busy.find((time) => overlaps(time, slot));
      if (busy) return hindranceOf(busy, party);
    }
    return this.tablesLeft(slot) > 0 ? null : { code: 'NO_TABLE_FREE' };
  }

  private tablesLeft(slot: MeetingSlot): number {
    const rivals = this.facts.taken.filter((other) => other.blockId === slot.blockId && overlaps(other, slot));
    const taken = rivals.reduce((sum, { count }) => sum + count, 0);
    return (this.facts.tables.get(slot.blockId) ?? 0) - taken;
  }

  private refusal(hindrance: Hindrance, startsAt: Date, parties: readonly PartyTimes[], field: string): Refusal {
    const others = this.free(parties).filter((slot) => slot.startsAt.getTime() !== startsAt.getTime());
    const nearest = others
      .filter((slot) => slot.startsAt > startsAt)
      .concat(others)
      .slice(0, shownAlternatives);
    const unique = [...new Set(nearest)].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    const details = {
      slot: timeOf(startsAt, this.facts.zone),
      next: unique.map((slot) => this.named(slot, startsAt)).join(', ') || '—',
      alternatives: unique.map((slot) => localTimeOf(slot.startsAt, this.facts.zone)).join(','),
      ...hindrance.details,
    };
    return slotRefusals[hindrance.code](details, field);
  }

  /** `10:20`; on another day than the one asked for, `21/06 10:20`. */
  private named(slot: MeetingSlot, askedFor: Date): string {
    const { zone } = this.facts;
    const day = dayOf(slot.startsAt, zone);
    const time = timeOf(slot.startsAt, zone);
    return day === dayOf(askedFor, zone) ? time : `${day.slice(8)}/${day.slice(5, 7)} ${time}`;
  }
}

interface Hindrance {
  readonly code: Exclude<keyof typeof slotRefusals, 'NO_SLOT_LEFT'>;
  readonly details?: RefusalDetails;
}

const codeOf = { meeting: 'SLOT_TAKEN', unavailable: 'PARTY_BUSY', speaking: 'SPEAKING_THEN' } as const;

function hindranceOf(busy: BusyTime, party: PartyTimes): Hindrance {
  const details = { party: party.name, ...(busy.session !== undefined && { session: busy.session }) };
  return { code: codeOf[busy.why], details };
}

/** The stretch that spans slots which follow one another without a gap of more than `gapMinutes`. */
export function stretchesOf(slots: readonly TimeSlot[], gapMinutes: number): TimeSlot[] {
  const stretches: TimeSlot[] = [];
  for (const slot of slots) {
    const last = stretches.at(-1);
    const gap = last ? slot.startsAt.getTime() - last.endsAt.getTime() : Infinity;
    if (last && gap <= gapMinutes * 60_000)
      stretches[stretches.length - 1] = { startsAt: last.startsAt, endsAt: slot.endsAt };
    else stretches.push({ startsAt: slot.startsAt, endsAt: slot.endsAt });
  }
  return stretches;
}
