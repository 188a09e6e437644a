import { ReminderService } from '#communications';
import { EventRepository, eventTime } from '#events';
import { AuditService } from '#identity';
import { isRefusal, tidyLine, timeOf, type Refusal } from '#kernel';
import { NotFound, once, UnitOfWork, violatedConstraint, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { actsFor } from '../parties/meeting-party.policy.js';
import { longestReason, refuseLength } from '../requests/meeting-request.rules.js';
import type { PartiesSlots } from '../slots/parties-slots.js';
import type { MeetingSlot } from '../slots/slot-book.rules.js';
import { SlotService } from '../slots/slot.service.js';
import type { BilateralMeeting } from './bilateral-meeting.entity.js';
import * as happened from './bilateral-meeting.events.js';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';
import * as rules from './bilateral-meeting.rules.js';

/** What somebody who changes a meeting says besides: the version they saw, and the key of their submission. */
export interface ChangeTerms {
  readonly seenVersion?: number | null;
  readonly key?: string | null;
}

@Injectable()
export class BilateralMeetingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: BilateralMeetingRepository,
    private readonly slots: SlotService,
    private readonly reminders: ReminderService,
    private readonly events: EventRepository,
    private readonly audit: AuditService,
  ) {}

  /** Cancels a meeting to come: its table and both parties' time are free again, and its reminders are dropped. */
  async cancel(viewer: Viewer, meetingId: string, reason: string, terms: ChangeTerms = {}) {
    const request = { reason, seenVersion: terms.seenVersion };
    return this.change(viewer, meetingId, { action: 'cancelMeeting', terms, request }, async (work, meeting, actor) => {
      const slot = await this.slotName(meeting);
      const said = tidyLine(reason);
      const refused =
        rules.refuseChange(meeting, work.now, slot) ??
        rules.refuseStale(meeting, terms.seenVersion ?? null, slot) ??
        (said === '' ? rules.meetingRefusals.MEETING_REASON_MISSING({}, 'reason') : null) ??
        refuseLength(said, longestReason, 'reason');
      if (refused) return refused;
      const cancelledBy = actor === null ? 'organiser' : 'party';
      const sequence = meeting.sequence + 1;
      Object.assign(meeting, { state: 'cancelled', cancelledBy, cancelledByPartyId: actor, reason: said, sequence });
      await this.meetings.releaseAttendance(meeting.id, work.manager);
      await this.reminders.cancel(work, { subjectKind: 'meeting', subjectId: meeting.id });
      await work.record(happened.BilateralMeetingCancelled, { meetingId });
      return null;
    });
  }

  /** Moves a meeting to the slot that starts then (wall-clock, in the event's zone) and to a free table: same UID, SEQUENCE + 1. */
  async reschedule(viewer: Viewer, meetingId: string, startsAt: string, terms: ChangeTerms = {}) {
    const known = this.must(await this.meetings.byId(meetingId));
    const partyIds = await this.meetings.partyIdsOf(meetingId);
    const request = { startsAt, seenVersion: terms.seenVersion };
    const question = { eventId: known.eventId, partyIds, exceptMeetingId: meetingId };
    return this.unitOfWork.run(async (work) => {
      actsFor(viewer, known.eventId, partyIds);
      const seen = await this.slots.toRearrange(question, work);
      const meeting = this.must(await this.meetings.toChange(meetingId, work.manager));
      const submission = { operation: `rescheduleMeeting:${meetingId}`, key: terms.key ?? null, request };
      const before = noteOf(meeting);
      const answer = await once(work, submission, async () => {
        const refused = await this.move(work, meeting, startsAt, { seen, terms });
        return refused ?? this.note(work, viewer, 'rescheduleMeeting', meeting, before);
      });
      return isRefusal(answer) ? answer : meeting;
    });
  }

  async markHeld(viewer: Viewer, meetingId: string): Promise<BilateralMeeting | Refusal> {
    return this.change(
      viewer,
      meetingId,
      { action: 'markMeetingHeld', terms: {}, request: null },
      async (work, meeting) => {
        const refused = rules.refuseOutcome(meeting, work.now, await this.slotName(meeting));
        if (refused) return refused;
        meeting.state = 'held';
        await work.record(happened.BilateralMeetingHeld, { meetingId });
        return null;
      },
    );
  }

  /** Notes that a party did not come. */
  async markNoShow(viewer: Viewer, meetingId: string, partyId: string): Promise<BilateralMeeting | Refusal> {
    return this.change(
      viewer,
      meetingId,
      { action: 'markMeetingNoShow', terms: {}, request: partyId },
      async (work, meeting) => {
        const partyIds = await this.meetings.partyIdsOf(meetingId, work.manager);
        if (!partyIds.includes(partyId)) throw new NotFound('meeting party');
        const refused = rules.refuseOutcome(meeting, work.now, await this.slotName(meeting));
        if (refused) return refused;
        Object.assign(meeting, { state: 'no_show', noShowPartyId: partyId });
        await work.record(happened.BilateralMeetingNoShow, { meetingId, partyId });
        return null;
      },
    );
  }

  /** Loads the meeting locked, checks who acts, lets `verb` change it once per key, and saves it unless refused. */
  private async change(
    viewer: Viewer,
    meetingId: string,
    submission: { action: string; terms: ChangeTerms; request: unknown },
    verb: (work: Work, meeting: BilateralMeeting, actor: string | null) => Promise<Refusal | null>,
  ): Promise<BilateralMeeting | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const meeting = this.must(await this.meetings.toChange(meetingId, work.manager));
      const partyIds = await this.meetings.partyIdsOf(meetingId, work.manager);
      const actor = actsFor(viewer, meeting.eventId, partyIds);
      const { action, terms, request } = submission;
      const operation = `${action}:${meetingId}`;
      const before = noteOf(meeting);
      const answer = await once(work, { operation, key: terms.key ?? null, request }, async () => {
        const refused = await verb(work, meeting, actor);
        if (refused) return refused;
        await this.save(work, meeting);
        return this.note(work, viewer, action, meeting, before);
      });
      return isRefusal(answer) ? answer : meeting;
    });
  }

  private async move(
    work: Work,
    meeting: BilateralMeeting,
    startsAt: string,
    { seen, terms }: { seen: PartiesSlots; terms: ChangeTerms },
  ): Promise<Refusal | null> {
    const current = timeOf(meeting.startsAt, seen.event.zone);
    const wanted =
      rules.refuseChange(meeting, work.now, current) ??
      rules.refuseStale(meeting, terms.seenVersion ?? null, current) ??
      eventTime(startsAt, seen.event.zone, 'startsAt');
    if (isRefusal(wanted)) return wanted;
    if (wanted.getTime() === meeting.startsAt.getTime()) {
      return rules.meetingRefusals.MEETING_ALREADY_THERE({ slot: current }, 'startsAt');
    }
    const slot = seen.freeSlot(wanted);
    return isRefusal(slot) ? slot : this.moveTo(work, meeting, slot, seen);
  }

  private async moveTo(work: Work, meeting: BilateralMeeting, slot: MeetingSlot, seen: PartiesSlots): Promise<null> {
    const { startsAt, endsAt, blockId } = slot;
    const [tableId] = await this.tablesFor(meeting, slot, work);
    if (!tableId) return this.unitOfWork.undo(seen.lost(startsAt, null));
    Object.assign(meeting, { startsAt, endsAt, blockId, tableId, sequence: meeting.sequence + 1 });
    try {
      await this.meetings.moveAttendance(meeting, work.manager);
      await this.save(work, meeting);
    } catch (error) {
      const broken = violatedConstraint(error);
      if (broken !== 'no_party_twice' && broken !== 'no_table_twice') throw error;
      return this.unitOfWork.undo(seen.lost(startsAt, null));
    }
    await this.reminders.move(work, { subjectKind: 'meeting', subjectId: meeting.id, startsAt });
    await work.record(happened.BilateralMeetingRescheduled, { meetingId: meeting.id });
    return null;
  }

  /** Its own table first, so that whoever knows the number finds it again. */
  private async tablesFor(meeting: BilateralMeeting, slot: MeetingSlot, work: Work): Promise<string[]> {
    const free = await this.meetings.freeTables(slot, meeting.id, work.manager);
    return free.includes(meeting.tableId) ? [meeting.tableId] : free;
  }

  private async save(work: Work, meeting: BilateralMeeting): Promise<void> {
    meeting.version += 1;
    await this.meetings.save(meeting, work.manager);
  }

  private async note(work: Work, viewer: Viewer, action: string, meeting: BilateralMeeting, before: MeetingNote) {
    const { id: subjectId, eventId } = meeting;
    const change = { before: { ...before }, after: { ...noteOf(meeting) } };
    await this.audit.record(work, { viewer, action, subject: 'BilateralMeeting', subjectId, eventId, ...change });
    return meeting.id;
  }

  private async slotName(meeting: BilateralMeeting): Promise<string> {
    const event = await this.events.byId(meeting.eventId);
    if (!event) throw new NotFound('event');
    return timeOf(meeting.startsAt, event.zone);
  }

  private must(meeting: BilateralMeeting | null): BilateralMeeting {
    if (!meeting) throw new NotFound('meeting');
    return meeting;
  }
}

/** What the audit trail keeps of a meeting before and after a change. */
interface MeetingNote {
  readonly state: string;
  readonly startsAt: string;
}

function noteOf({ state, startsAt }: BilateralMeeting): MeetingNote {
  return { state, startsAt: startsAt.toISOString() };
}
