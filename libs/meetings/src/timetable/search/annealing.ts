import { Chain } from './chain.js';
import type { Random } from './random.js';
import type { Timetable } from './timetable.js';

/** Share of moves that begin with somebody who has a break: few people on large events, once it goes well. */
const BROKEN_FIRST = 0.5;
/** Share of the other moves that go from edge to edge. */
const GUIDED = 0.8;

/**
 * Simulated annealing with Kempe chains between two slots, begun where somebody is busy at one and idle at the other. What
 * is placed stays placed: only when, never whether. Most moves are guided: from the edge of a run of meetings to beside a
 * run of the same person. Between two runs that closes a break; within one it shifts the run by a slot at no cost.
 */
export class Annealing {
  private readonly chain: Chain;
  private readonly edges: Int32Array;
  private readonly targets: Int32Array;
  private readonly threshold = new Float64Array(64);

  constructor(
    private readonly timetable: Timetable,
    private readonly random: Random,
  ) {
    this.chain = new Chain(timetable);
    this.edges = new Int32Array(timetable.instance.slots);
    this.targets = new Int32Array(timetable.instance.slots);
  }

  heat(temperature: number): void {
    for (let cost = 0; cost < this.threshold.length; cost++) this.threshold[cost] = Math.exp(-cost / temperature);
  }

  /** One tried move. */
  step(): void {
    const { timetable, random } = this;
    const { instance } = timetable;
    if (timetable.brokenCount > 0 && random.fraction() < BROKEN_FIRST) {
      return this.shiftEdge(timetable.broken[random.below(timetable.brokenCount)]);
    }
    const meeting = random.below(instance.meetings);
    const from = timetable.slotOf[meeting];
    if (from < 0) return;
    if (!instance.staffed && random.fraction() < 0.2) return this.changeMember(meeting, from);
    const seats = instance.seatStart[meeting];
    const attendee = timetable.staff[seats + random.below(instance.seatStart[meeting + 1] - seats)];
    if (random.fraction() < GUIDED) return this.shiftEdge(attendee);
    const to = random.below(instance.slots);
    if (to !== from && timetable.at[attendee * instance.slots + to] < 0) this.exchange(meeting, from, to);
  }

  private shiftEdge(attendee: number): void {
    const { timetable, random, edges, targets } = this;
    const { slots } = timetable.instance;
    const row = attendee * slots;
    let edgeCount = 0;
    let targetCount = 0;
    for (let slot = 0; slot < slots; slot++) {
      const left = timetable.previous[slot];
      const right = timetable.next[slot];
      const near =
        (left >= 0 && timetable.at[row + left] >= 0 ? 1 : 0) + (right >= 0 && timetable.at[row + right] >= 0 ? 1 : 0);
      if (timetable.at[row + slot] < 0) {
        if (near > 0) targets[targetCount++] = slot;
      } else if (near < 2) edges[edgeCount++] = slot;
    }
    if (edgeCount === 0 || targetCount === 0) return;
    const from = edges[random.below(edgeCount)];
    this.exchange(timetable.at[row + from], from, targets[random.below(targetCount)]);
  }

  private exchange(meeting: number, from: number, to: number): void {
    const { chain } = this;
    chain.begin(from, to);
    if (!chain.add(meeting)) return;
    if (!chain.legal && !this.pair(from, to)) return;
    if (this.accepts(chain.cost)) chain.apply();
  }

  private accepts(cost: number): boolean {
    return cost <= 0 || (cost < this.threshold.length && this.random.fraction() < this.threshold[cost]);
  }

  /** Another member of the team comes instead. */
  private changeMember(meeting: number, slot: number): void {
    const { timetable, random } = this;
    const { seatStart, candidateStart, candidates } = timetable.instance;
    const seat = seatStart[meeting] + random.below(seatStart[meeting + 1] - seatStart[meeting]);
    const many = candidateStart[seat + 1] - candidateStart[seat];
    if (many < 2) return;
    const now = timetable.staff[seat];
    const other = candidates[candidateStart[seat] + random.below(many)];
    if (other === now || !timetable.canSit(other, slot)) return;
    const cost =
      timetable.costOf(now, timetable.breaksLost(now, slot)) +
      timetable.costOf(other, timetable.breaksGained(other, slot));
    if (!this.accepts(cost)) return;
    timetable.take(meeting);
    timetable.staff[seat] = other;
    timetable.put(meeting, slot);
  }

  /** Where one side would overflow, a second chain the other way makes up for it. */
  private pair(from: number, to: number): boolean {
    const { chain, random, timetable } = this;
    const { instance } = timetable;
    const wanted = chain.balance > 0 ? to : from;
    for (let attempt = 0; attempt < 40; attempt++) {
      const meeting = random.below(instance.meetings);
      if (timetable.slotOf[meeting] !== wanted || chain.holds(meeting)) continue;
      if (!chain.tryAdd(meeting)) continue;
      return chain.legal;
    }
    return false;
  }
}
