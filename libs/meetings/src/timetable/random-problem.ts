import fc from 'fast-check';
import type { Attendee, Meeting, Party, Slot, TimetableProblem } from './problem.js';

/** Small problems with every kind of rule in them, for the property tests. */
export function anyProblem(
  most: { parties: number; meetings: number; slots: number } = { parties: 6, meetings: 10, slots: 6 },
) {
  return fc
    .record({
      slots: fc.integer({ min: 1, max: most.slots }),
      days: fc.integer({ min: 1, max: 2 }),
      gap: fc.constantFrom(0, 10),
      zones: fc.array(fc.record({ tables: fc.constantFrom(0, 1, 1, 2, 2, 3), walk: fc.constantFrom(0, 5, 15) }), {
        minLength: 1,
        maxLength: 2,
      }),
      parties: fc.array(anyParty(most.slots), { minLength: 2, maxLength: most.parties }),
      meetings: fc.array(anyMeeting(most), { minLength: 1, maxLength: most.meetings }),
      fairness: fc.integer({ min: 1, max: 2 }),
    })
    .map(assemble);
}

type Draft = { slots: number; days: number; gap: number; zones: { tables: number; walk: number }[] } & {
  parties: PartyDraft[];
  meetings: MeetingDraft[];
  fairness: number;
};

type PartyDraft = { team: number; away: number[]; session: number[]; cap: number | undefined };

function anyParty(slots: number): fc.Arbitrary<PartyDraft> {
  const some = fc.array(fc.nat({ max: slots }), { maxLength: 2 });
  return fc.record({
    team: fc.constantFrom<number[]>(0, 0, 0, 2),
    away: some,
    session: fc.oneof({ weight: 3, arbitrary: fc.constant<number[]>([]) }, { weight: 1, arbitrary: some }),
    cap: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 6 }),
  });
}

type MeetingDraft = { sides: number[]; attends: number; priority: number; half: number; fixed: number; after: number };

function anyMeeting({
  parties,
  meetings,
  slots,
}: {
  parties: number;
  meetings: number;
  slots: number;
}): fc.Arbitrary<MeetingDraft> {
  const rarely = (most: number): fc.Arbitrary<number> =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(most) });
  return fc.record({
    sides: fc.uniqueArray(fc.nat(parties - 1), { minLength: 2, maxLength: 3 }),
    attends: fc.nat(2),
    priority: fc.integer({ min: 1, max: 3 }),
    half: rarely(1),
    fixed: rarely(slots - 1),
    after: rarely(meetings - 1),
  });
}

function assemble(draft: Draft): TimetableProblem {
  const parties = draft.parties.map(partyFrom);
  return {
    slots: Array.from({ length: draft.slots }, (_, slot) => slotFrom(slot, draft)),
    zones: draft.zones.map(({ tables, walk }, z) => ({
      id: `z${z}`,
      name: `Zone ${z}`,
      tables,
      walking: { z0: walk, z1: walk },
    })),
    parties,
    meetings: draft.meetings.map((meeting, m) => meetingFrom(meeting, m, draft, parties)),
    fairness: draft.fairness,
  };
}

function slotFrom(slot: number, { slots, days, gap }: Draft): Slot {
  const day = Math.floor((slot * days) / slots);
  const startsAt = day * 1440 + slot * (20 + gap);
  return { label: `${slot}`, day, half: slot % 4 < 2 ? 'morning' : 'afternoon', startsAt, endsAt: startsAt + 20 };
}

function partyFrom({ team, away, session, cap }: PartyDraft, p: number): Party {
  const rules: Partial<Attendee> = {
    unavailable: away,
    sessions: session.length ? [{ title: 'Talk', slots: session }] : [],
    ...(cap === undefined ? {} : { cap }),
  };
  const members = Array.from({ length: team }, (_, k) => ({ id: `p${p}-${k}`, name: `Member ${k} of ${p}` }));
  return { id: `p${p}`, name: `Party ${p}`, ...rules, ...(team ? { members } : {}) };
}

function meetingFrom(
  draft: MeetingDraft,
  m: number,
  { parties: all, slots, meetings }: Draft,
  parties: readonly Party[],
): Meeting {
  const sides = [...new Set(draft.sides.map((side) => side % all.length))];
  // Parties that coincide after the rounding above make a meeting of one side: a bad input that must be borne too.
  const isLater = draft.after >= 0 && draft.after % meetings.length < m;
  return {
    id: `m${m}`,
    sides: sides.map((side) => ({
      party: `p${side}`,
      ...(parties[side].members ? { attends: attendance(draft.attends, side) } : {}),
    })),
    priority: draft.priority,
    ...(draft.half < 0 ? {} : { half: draft.half === 0 ? 'morning' : 'afternoon' }),
    ...(draft.fixed < 0 ? {} : { fixedSlot: draft.fixed % slots }),
    ...(isLater ? { after: [`m${draft.after % meetings.length}`] } : {}),
  };
}

function attendance(kind: number, side: number): 'any' | 'all' | { member: string } {
  return kind === 0 ? 'any' : kind === 1 ? 'all' : { member: `p${side}-0` };
}
