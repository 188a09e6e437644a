import { ReminderDue, type MailDeclaration } from '#communications';
import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { SessionCancelled, SessionMoved } from '../sessions/session.events.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SpeakerLetters } from './speaker-letters.js';
import { SpeakerLettersRepository } from './speaker-letters.repository.js';
import { SpeakerRemoved } from './speaker.events.js';
import { sessionCancelled, sessionMoved, sessionReminder, speakerReleased, type SpeakerMail } from './speaker.mails.js';

const tellSpeakersOfMove = declareJob('tell-speakers-of-move', SessionMoved);
const tellSpeakersOfCancellation = declareJob('tell-speakers-of-cancellation', SessionCancelled);
const tellRemovedSpeaker = declareJob('tell-removed-speaker', SpeakerRemoved);
const remindSpeakers = declareJob('remind-speakers', ReminderDue);

/**
 * Tells speakers what became of their sessions. Only of sessions that the public has seen: while an agenda is being made, sessions move
 * all day long.
 */
@Injectable()
export class SpeakerJobs {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly facts: SpeakerLettersRepository,
    private readonly letters: SpeakerLetters,
  ) {}

  @Handles(tellSpeakersOfMove)
  async tellOfMove({ sessionId }: { sessionId: string }, work: Work): Promise<void> {
    await this.tellAll(sessionMoved, 'REQUEST', sessionId, work);
  }

  @Handles(tellSpeakersOfCancellation)
  async tellOfCancellation({ sessionId }: { sessionId: string }, work: Work): Promise<void> {
    await this.tellAll(sessionCancelled, 'CANCEL', sessionId, work);
  }

  @Handles(remindSpeakers)
  async remind(due: { reminderId: string; subjectKind: string; subjectId: string }, work: Work): Promise<void> {
    if (due.subjectKind !== 'session') return;
    await this.tellAll(sessionReminder, 'REQUEST', due.subjectId, work, due.reminderId);
  }

  @Handles(tellRemovedSpeaker)
  async tellRemoved(
    removed: { speakerId: string; sessionId: string; personId: string; calendarSequence: string },
    work: Work,
  ): Promise<void> {
    const { speakerId, sessionId, personId } = removed;
    if (!(await this.sessions.wasPublished(sessionId, work.manager))) return;
    const session = await this.facts.sessionFacts(sessionId, work.manager);
    const person = await this.facts.person(personId, work.manager);
    if (!session || !person) return;
    const reader = { ...person, speakerId, calendarSequence: Number(removed.calendarSequence) };
    const dedupeKey = `${speakerReleased.name}:${speakerId}`;
    await this.letters.queue(work, { mail: speakerReleased, method: 'CANCEL', session, reader, dedupeKey });
  }

  /**
   * The key holds the calendar's sequence: two moves in a row of which only the last is still true make one letter. A reminder adds its
   * own id. What is no longer so when the job runs is not told.
   */
  private async tellAll(
    mail: MailDeclaration<SpeakerMail>,
    method: 'REQUEST' | 'CANCEL',
    sessionId: string,
    work: Work,
    reminderId?: string,
  ): Promise<void> {
    if (!(await this.sessions.wasPublished(sessionId, work.manager))) return;
    const session = await this.facts.sessionFacts(sessionId, work.manager);
    if (!session || session.isCancelled !== (method === 'CANCEL')) return;
    for (const reader of await this.facts.addresseesOf(sessionId, work.manager)) {
      const occasion = reminderId ?? reader.calendarSequence;
      const dedupeKey = `${mail.name}:${reader.speakerId}:${occasion}`;
      await this.letters.queue(work, { mail, method, session, reader, dedupeKey });
    }
  }
}
