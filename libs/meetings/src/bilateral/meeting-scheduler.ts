import { ReminderService } from '#communications';
import { newId, type Refusal } from '#kernel';
import { Config, UnitOfWork, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MeetingRequest } from '../requests/meeting-request.entity.js';
import type { MeetingSlot } from '../slots/slot-book.rules.js';
import type { PartiesSlots } from '../slots/parties-slots.js';
import type { BilateralMeeting } from './bilateral-meeting.entity.js';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';

export const reminderOffsets: readonly number[] = [24 * 60, 60];

/** Gives an accepted request its meeting. */
@Injectable()
export class MeetingScheduler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: BilateralMeetingRepository,
    private readonly reminders: ReminderService,
    private readonly config: Config,
  ) {}

  /**
   * Takes the first free table and both parties' time, or undoes the whole unit of work with a refusal. Everybody takes a table first
   * and then the parties in order of id, so that of many who want the same slot one waits for another, and never in a ring.
   */
  async schedule(
    work: Work,
    request: MeetingRequest,
    slot: MeetingSlot,
    seen: PartiesSlots,
  ): Promise<BilateralMeeting> {
    const meeting = this.meetingOf(request, slot);
    if (!(await this.takeTable(work, meeting, slot))) return this.giveUp(seen.lost(slot.startsAt, null));
    for (const partyId of [request.fromPartyId, request.toPartyId].sort()) {
      const taken = await this.meetings.attendUnlessBusy(meeting, partyId, work.manager);
      if (!taken) return this.giveUp(seen.lost(slot.startsAt, partyId));
    }
    const { id: subjectId, eventId, startsAt } = meeting;
    const plan = { subjectKind: 'meeting', subjectId, eventId, startsAt, offsetsMinutes: reminderOffsets };
    await this.reminders.schedule(work, plan);
    return meeting;
  }

  private async takeTable(work: Work, meeting: BilateralMeeting, slot: MeetingSlot): Promise<boolean> {
    for (const tableId of await this.meetings.freeTables(slot, null, work.manager)) {
      meeting.tableId = tableId;
      if (await this.meetings.insertUnlessTaken(meeting, work.manager)) return true;
    }
    return false;
  }

  private giveUp(refusal: Refusal): never {
    return this.unitOfWork.undo(refusal);
  }

  private meetingOf(request: MeetingRequest, slot: MeetingSlot): BilateralMeeting {
    const id = newId();
    return {
      id,
      eventId: request.eventId,
      requestId: request.id,
      blockId: slot.blockId,
      tableId: '',
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      state: 'scheduled',
      cancelledBy: null,
      cancelledByPartyId: null,
      reason: null,
      noShowPartyId: null,
      calendarUid: `${id}@${this.config.mailFrom.split('@')[1]}`,
      sequence: 0,
      version: 1,
    };
  }
}
