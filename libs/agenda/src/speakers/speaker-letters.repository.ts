import { shownName } from '#events';
import type { Language, TimeSlot } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SpeakerRole } from './speaker.rules.js';

/** What a letter about a session tells of it. */
export interface SessionFacts extends TimeSlot {
  readonly eventId: string;
  readonly eventName: string;
  readonly isDemonstration: boolean;
  readonly slug: string;
  readonly zone: string;
  readonly title: string;
  readonly isCancelled: boolean;
  /** `Sala Qosqo, Paraninfo Universitario, Calle …`; empty when it has no room. */
  readonly place: string;
}

/** Somebody who takes part and has an e-mail address. */
export interface Addressee {
  readonly speakerId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: SpeakerRole;
  readonly calendarSequence: number;
}

type Row = Omit<SessionFacts, 'eventName'> & { name: string; editionNumber: number } & Parameters<typeof shownName>[1];

const addressee = `person.id AS "personId", given_names || ' ' || family_names AS name, email, language`;

/** All that the letters to speakers are written from. */
@Injectable()
export class SpeakerLettersRepository {
  async sessionFacts(sessionId: string, manager: EntityManager): Promise<SessionFacts | null> {
    const [row] = await manager.query<Row[]>(
      `SELECT event.id AS "eventId", event.name, edition_number AS "editionNumber", edition_style AS "editionStyle",
         is_demonstration AS "isDemonstration", slug, zone, title, session.state = 'cancelled' AS "isCancelled",
         starts_at AS "startsAt", ends_at AS "endsAt", concat_ws(', ', room.name, venue.name, address) AS place
       FROM session JOIN event ON event.id = session.event_id JOIN event_series ON event_series.id = series_id
       LEFT JOIN room ON room.id = room_id LEFT JOIN venue ON venue.id = venue_id
       WHERE session.id = $1`,
      [sessionId],
    );
    if (!row) return null;
    const { name, editionNumber, editionStyle, ...facts } = row;
    return { ...facts, eventName: shownName({ name, editionNumber }, { editionStyle }) };
  }

  addresseesOf(sessionId: string, manager: EntityManager): Promise<Addressee[]> {
    return manager.query<Addressee[]>(
      `SELECT speaker.id AS "speakerId", ${addressee}, role, calendar_sequence AS "calendarSequence"
       FROM speaker JOIN person ON person.id = person_id
       WHERE session_id = $1 AND email IS NOT NULL ORDER BY shown_order`,
      [sessionId],
    );
  }

  async person(
    personId: string,
    manager: EntityManager,
  ): Promise<Pick<Addressee, 'personId' | 'name' | 'email' | 'language'> | null> {
    const rows = await manager.query<Addressee[]>(
      `SELECT ${addressee} FROM person WHERE id = $1 AND email IS NOT NULL`,
      [personId],
    );
    return rows[0] ?? null;
  }
}
