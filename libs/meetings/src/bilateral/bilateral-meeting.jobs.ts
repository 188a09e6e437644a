import { ReminderDue } from '#communications';
import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingLetters, type MeetingLetter } from '../letters/meeting-letters.js';
import { MeetingRequestAccepted } from '../requests/meeting-request.events.js';
import type { BilateralMeeting } from './bilateral-meeting.entity.js';
import { BilateralMeetingCancelled, BilateralMeetingRescheduled } from './bilateral-meeting.events.js';
import * as mails from './bilateral-meeting.mails.js';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';

const mailAccepted = declareJob('mail-meeting-request-accepted', MeetingRequestAccepted);
const mailRescheduled = declareJob('mail-meeting-rescheduled', BilateralMeetingRescheduled);
const mailCancelled = declareJob('mail-meeting-cancelled', BilateralMeetingCancelled);
const mailReminder = declareJob('mail-meeting-reminder', ReminderDue);

/**
 * Tells both parties what became of their meeting. The meeting is told as it is by now, under a key with its calendar's sequence: of two
 * moves in a row only what is still true is told, and a cancelled meeting is neither confirmed, moved nor reminded of.
 */
@Injectable()
export class BilateralMeetingJobs {
  constructor(
    private readonly meetings: BilateralMeetingRepository,
    private readonly letters: MeetingLetters,
  ) {}

  /** A meeting that moved meanwhile is confirmed at its new time; the move's own letter follows with the same calendar. */
  @Handles(mailAccepted)
  async accepted({ meetingId }: { requestId: string; meetingId: string }, work: Work): Promise<void> {
    await this.tell(work, meetingId, 'scheduled', () => {
      return { mail: mails.meetingRequestAccepted, method: 'REQUEST', occasion: 'accepted' };
    });
  }

  @Handles(mailRescheduled)
  async rescheduled({ meetingId }: { meetingId: string }, work: Work): Promise<void> {
    await this.tell(work, meetingId, 'scheduled', ({ sequence }) => {
      return { mail: mails.meetingRescheduled, method: 'REQUEST', occasion: String(sequence) };
    });
  }

  @Handles(mailCancelled)
  async cancelled({ meetingId }: { meetingId: string }, work: Work): Promise<void> {
    await this.tell(work, meetingId, 'cancelled', () => {
      return { mail: mails.meetingCancelled, method: 'CANCEL', occasion: 'cancelled' };
    });
  }

  @Handles(mailReminder)
  async reminded(due: { reminderId: string; subjectKind: string; subjectId: string }, work: Work): Promise<void> {
    if (due.subjectKind !== 'meeting') return;
    await this.tell(work, due.subjectId, 'scheduled', ({ startsAt }) => {
      return startsAt <= work.now
        ? null
        : { mail: mails.meetingReminder, method: null, occasion: due.reminderId, sendBefore: startsAt };
    });
  }

  private async tell(
    work: Work,
    meetingId: string,
    state: 'scheduled' | 'cancelled',
    letterOf: (meeting: BilateralMeeting) => MeetingLetter | null,
  ): Promise<void> {
    const meeting = await this.meetings.toTell(meetingId, work.manager);
    if (meeting?.state !== state) return;
    const letter = letterOf(meeting);
    if (letter)
      await this.letters.tellBoth(work, meeting, await this.meetings.partyIdsOf(meetingId, work.manager), letter);
  }
}
