import { calendarOf, MessageService, type CalendarPart, type MailDeclaration } from '#communications';
import { dayName, dayOf, timeOf, zoneName } from '#kernel';
import { Config, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Addressee, SessionFacts } from './speaker-letters.repository.js';
import type { SpeakerMail } from './speaker.mails.js';

export type Reader = Omit<Addressee, 'role'>;

interface Letter {
  readonly mail: MailDeclaration<SpeakerMail>;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly session: SessionFacts;
  readonly reader: Reader;
  readonly dedupeKey: string;
}

/** Writes to a speaker about a session, with the entry for their calendar. The entry's UID is the speaker's id for life. */
@Injectable()
export class SpeakerLetters {
  constructor(
    private readonly messages: MessageService,
    private readonly config: Config,
  ) {}

  async queue(work: Work, { mail, method, session, reader, dedupeKey }: Letter): Promise<void> {
    const { eventId, startsAt } = session;
    const { personId, language } = reader;
    await this.messages.queue(work, {
      mail,
      to: { name: reader.name, address: reader.email },
      personId,
      eventId,
      language,
      data: this.dataOf(session, reader),
      dedupeKey,
      calendar: this.entry(method, session, reader, work.now),
      // Nobody needs to be told of a start that is past; a cancellation still clears the calendar.
      ...(method === 'REQUEST' && { sendBefore: startsAt }),
    });
  }

  private dataOf(session: SessionFacts, { name, language }: Reader): SpeakerMail {
    const { eventName, isDemonstration, title, place, zone, startsAt, endsAt } = session;
    const hours = `${timeOf(startsAt, zone)}–${timeOf(endsAt, zone)}`;
    const when = `${dayName(dayOf(startsAt, zone), language)}, ${hours}, ${zoneName(zone, startsAt, language)}`;
    return { eventName, isDemonstration, name, title, when, place, agendaUrl: this.agendaUrl(session) };
  }

  private entry(method: 'REQUEST' | 'CANCEL', session: SessionFacts, reader: Reader, now: Date): CalendarPart {
    return calendarOf({
      uid: `${reader.speakerId}@${this.config.mailFrom.split('@')[1]}`,
      sequence: reader.calendarSequence,
      method,
      start: session.startsAt,
      end: session.endsAt,
      zone: session.zone,
      summary: session.title,
      description: `${session.eventName}\n${this.agendaUrl(session)}`,
      location: session.place,
      organizer: { name: session.eventName, address: this.config.mailFrom },
      attendee: { name: reader.name, address: reader.email },
      now,
    });
  }

  private agendaUrl({ slug }: SessionFacts): string {
    return `${this.config.publicUrl}/e/${slug}`;
  }
}
