import { Chain } from './chain.js';
import type { Random } from './random.js';
import type { Timetable } from './timetable.js';

/** Exchanges tried per meeting, and at most: some hundred milliseconds, for somebody may have pressed stop. */
const PER_MEETING = 600;
const AT_MOST = 400_000;

/** What counts once nothing better is to be had in breaks: first how long people wait in them, then what they knew already. */
interface Second {
  idle: number;
  moved: number;
}

/**
 * Makes the waits within breaks shorter and the way to the published plan nearer where that costs no break: Kempe chains
 * that leave the breaks as they are (or lower), taken only when they gain. For a seed it always does the same.
 */
export function polish(timetable: Timetable, random: Random): void {
  const { instance } = timetable;
  if (instance.meetings === 0 || instance.slots < 2) return;
  const polishing = new Polishing(timetable, random);
  const tries = Math.min(AT_MOST, instance.meetings * PER_MEETING);
  for (let i = 0; i < tries; i++) polishing.step();
}

class Polishing {
  private readonly chain: Chain;
  private readonly back: Chain;

  constructor(
    private readonly timetable: Timetable,
    private readonly random: Random,
  ) {
    this.chain = new Chain(timetable);
    this.back = new Chain(timetable);
  }

  /** Half of the tries bring a meeting back to its published slot, where one has been moved. */
  step(): void {
    const { random } = this;
    const { instance, slotOf } = this.timetable;
    const meeting = random.below(instance.meetings);
    const from = slotOf[meeting];
    const known = instance.published[meeting];
    const home = known >= 0 && known < instance.slots && random.fraction() < 0.5;
    const to = home ? known : random.below(instance.slots);
    if (from >= 0 && to !== from) this.exchange(meeting, from, to);
  }

  private exchange(meeting: number, from: number, to: number): void {
    const { chain, back } = this;
    chain.begin(from, to);
    if (!chain.add(meeting) || !chain.legal) return;
    const cost = chain.cost;
    if (cost > 0) return;
    const people = chain.people();
    const before = this.seconds(people);
    chain.apply();
    if (cost < 0 || isLess(this.seconds(people), before)) return;
    back.begin(to, from);
    if (!back.add(meeting)) throw new Error('A chain that was exchanged cannot be exchanged back');
    back.apply();
  }

  /** Waits of these people, and how many of the chain's meetings are not where they were published. */
  private seconds(people: readonly number[]): Second {
    const { chain, timetable } = this;
    const { published } = timetable.instance;
    let moved = 0;
    for (let i = 0; i < chain.size; i++) {
      const meeting = chain.meetings[i];
      if (published[meeting] >= 0 && published[meeting] !== timetable.slotOf[meeting]) moved += 1;
    }
    return { idle: people.reduce((sum, attendee) => sum + this.idleOf(attendee), 0), moved };
  }

  private idleOf(attendee: number): number {
    const { at, next, instance } = this.timetable;
    const row = attendee * instance.slots;
    let idle = 0;
    let since = -1;
    for (let slot = 0; slot < instance.slots; slot++) {
      if (at[row + slot] >= 0) {
        if (since > 0) idle += since;
        since = 0;
      } else if (since >= 0) since += 1;
      if (next[slot] < 0) since = -1;
    }
    return idle;
  }
}

function isLess(one: Second, other: Second): boolean {
  return one.idle !== other.idle ? one.idle < other.idle : one.moved < other.moved;
}
