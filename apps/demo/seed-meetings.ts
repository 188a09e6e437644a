import type { ReminderService } from '#communications';
import type { LinkService } from '#identity';
import { newId, slotsOf, type TimeSlot } from '#kernel';
import {
  BilateralMeeting,
  MeetingAttendance,
  MeetingBlock,
  MeetingParty,
  MeetingRequest,
  MeetingTable,
  type BilateralMeetingState,
  type MeetingRequestState,
} from '#meetings';
import type { Work } from '#platform';
import { attendanceRows, meetingRow, requestRow } from './meeting-rows.js';
import { at, type SeededEvent } from './seed-event.js';
import type { SeededInstitution, SeededInstitutions } from './seed-institutions.js';

const slotMinutes = 20;
const tablesPerBlock = 6;
const reminderOffsets = [24 * 60, 60];

/** What became of the meetings of each half-day when the demonstration begins, on Friday at 12:30. */
const halfDays: readonly {
  name: string;
  day: 0 | 1;
  from: string;
  to: string;
  states: readonly BilateralMeetingState[];
}[] = [
  {
    name: 'Viernes, mañana',
    day: 0,
    from: '10:20',
    to: '12:20',
    states: ['held', 'held', 'no_show', 'held', 'cancelled', 'held'],
  },
  {
    name: 'Viernes, tarde',
    day: 0,
    from: '14:30',
    to: '17:30',
    states: [...Array<'scheduled'>(8).fill('scheduled'), 'cancelled'],
  },
  { name: 'Sábado, mañana', day: 1, from: '09:00', to: '12:00', states: Array<'scheduled'>(8).fill('scheduled') },
];

const openRequests: readonly MeetingRequestState[] = [
  'requested',
  'requested',
  'requested',
  'counter_proposed',
  'declined',
  'withdrawn',
  'expired',
  'draft',
];

export interface MeetingServices {
  readonly reminders: ReminderService;
  readonly links: LinkService;
}

export interface SeededMeetings {
  /** The technical ally's party. */
  readonly hostParty: string;
  /** A party that has asked for nothing yet. */
  readonly lateParty: string;
}

/** The bilateral meetings of the technical ally with the mancomunidades: more than twenty, in every state, and what is still being asked. */
export async function seedMeetings(
  work: Work,
  event: SeededEvent,
  institutions: SeededInstitutions,
  { reminders, links }: MeetingServices,
): Promise<SeededMeetings> {
  const host = institutions.named.get('citetextil')!;
  const others = institutions.mancomunidades;
  const parties = new Map([host, ...others].map((one) => [one.id, newId()]));
  await seedParties(work, event, links, new Map([host, ...others].map((one) => [parties.get(one.id)!, one])));
  const blocks = await seedBlocks(work, event);
  const booked = blocks.flatMap(({ id, tableId, slots, states }) =>
    states.map((state, n) => ({ blockId: id, tableId, slot: slots[n], state })),
  );
  const hostParty = parties.get(host.id)!;
  const requests = booked.map((one, n) =>
    requestRow(work, event, {
      n,
      from: parties.get(others[n].id)!,
      to: hostParty,
      state: 'accepted',
      startsAt: one.slot.startsAt,
    }),
  );
  const open = openRequests.map((state, n) => {
    const from = parties.get(others[booked.length + n].id)!;
    return requestRow(work, event, { n, from, to: hostParty, state, startsAt: at(1, '11:40') });
  });
  await work.manager.insert(MeetingRequest, [...requests, ...open]);
  const meetings = booked.map((one, n) => meetingRow(event, one, requests[n]));
  await work.manager.insert(BilateralMeeting, meetings);
  await work.manager.insert(
    MeetingAttendance,
    meetings.flatMap((meeting, n) => attendanceRows(meeting, requests[n])),
  );
  for (const { id, state, startsAt } of meetings) {
    if (state === 'scheduled') await remind(work, event, reminders, { id, startsAt });
  }
  return { hostParty, lateParty: parties.get(others[booked.length + open.length].id)! };
}

/** Only the reminders that are still to come: the others went out before the demonstration begins. */
async function remind(
  work: Work,
  event: SeededEvent,
  reminders: ReminderService,
  { id, startsAt }: { id: string; startsAt: Date },
): Promise<void> {
  const offsetsMinutes = reminderOffsets.filter(
    (minutes) => startsAt.getTime() - minutes * 60_000 > work.now.getTime(),
  );
  await reminders.schedule(work, {
    subjectKind: 'meeting',
    subjectId: id,
    eventId: event.id,
    startsAt,
    offsetsMinutes,
  });
}

/** Each party with the signed link of its page, to which its mails lead. */
async function seedParties(
  work: Work,
  event: SeededEvent,
  links: LinkService,
  institutionOf: ReadonlyMap<string, SeededInstitution>,
): Promise<void> {
  const rows = [];
  for (const [id, { id: institutionId, name, personId: contactPersonId }] of institutionOf) {
    const draft = { purpose: 'meetings', eventId: event.id, subjectId: id, personId: contactPersonId } as const;
    const { linkId } = await links.issue(work, { ...draft, expiresAt: at(1, '23:59') });
    rows.push({ id, eventId: event.id, institutionId, contactPersonId, name, linkId });
  }
  await work.manager.insert(MeetingParty, rows);
}

async function seedBlocks(work: Work, event: SeededEvent) {
  const blocks = halfDays.map(({ name, day, from, to, states }) => {
    const interval: TimeSlot = { startsAt: at(day, from), endsAt: at(day, to) };
    return { id: newId(), name, ...interval, tableId: newId(), slots: slotsOf(interval, slotMinutes), states };
  });
  const roomId = event.rooms.get('reuniones') ?? null;
  await work.manager.insert(
    MeetingBlock,
    blocks.map(({ id, name, startsAt, endsAt }) => ({
      id,
      eventId: event.id,
      name,
      startsAt,
      endsAt,
      slotMinutes,
      breakMinutes: 0,
      roomId,
    })),
  );
  await work.manager.insert(
    MeetingTable,
    blocks.flatMap(({ id, tableId }) =>
      Array.from({ length: tablesPerBlock }, (_, n) => ({
        id: n === 0 ? tableId : newId(),
        eventId: event.id,
        blockId: id,
        number: n + 1,
        name: null,
      })),
    ),
  );
  return blocks;
}
