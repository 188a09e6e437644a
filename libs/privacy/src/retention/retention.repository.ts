import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { erased } from '../anonymisation/needles.rules.js';
import { EventRetention } from './event-retention.entity.js';
import { usualDays, type RetentionPurpose } from './retention.rules.js';

/** The first instant at which an event's rows for the purpose are kept no longer; `$1` is now, `$2` the usual days. */
const overdue = (purpose: RetentionPurpose): string => `
  SELECT event.id FROM event LEFT JOIN event_retention rule ON rule.event_id = event.id AND rule.purpose = '${purpose}'
  WHERE (event.ends_on + 1 + coalesce(rule.days, $2))::timestamp AT TIME ZONE event.zone <= $1`;

/** How an event would keep if its rule were another. */
export interface WishedRule {
  readonly eventId: string;
  readonly purpose: RetentionPurpose;
  readonly days: number;
}

/** Every event with which a person has to do. */
const ties = `
  SELECT person_id, event_id FROM registration UNION ALL SELECT person_id, event_id FROM invitation
  UNION ALL SELECT person_id, event_id FROM speaker UNION ALL SELECT contact_person_id, event_id FROM meeting_party
  UNION ALL SELECT focal_point_person_id, event_id FROM delegation WHERE focal_point_person_id IS NOT NULL`;

/** People who took part in events, all of which are over for longer than they keep people. */
const duePeople = `
  SELECT person_id AS id FROM (${ties}) tie JOIN person ON person.id = person_id
  WHERE anonymised_at IS NULL
  GROUP BY person_id
  HAVING bool_and(event_id IN (${overdue('people')}))`;

const dueMails = `FROM message WHERE event_id IN (${overdue('mails')}) AND html <> '${erased}'`;

@Injectable()
export class RetentionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async duePeople(now: Date, most: number, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(`${duePeople} ORDER BY id LIMIT $3`, [
      now,
      usualDays.people,
      most,
    ]);
    return rows.map(({ id }) => id);
  }

  async count(now: Date): Promise<{ people: number; mails: number }> {
    const [people] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (${duePeople}) due`,
      [now, usualDays.people],
    );
    const [mails] = await this.dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count ${dueMails}`, [
      now,
      usualDays.mails,
    ]);
    return { people: people.count, mails: mails.count };
  }

  async daysOf(eventId: string, purpose: RetentionPurpose): Promise<number> {
    const row = await this.dataSource.getRepository(EventRetention).findOneBy({ eventId, purpose });
    return row?.days ?? usualDays[purpose];
  }

  /** How many of the event's people or mails the next sweep would erase under that rule. */
  async countUnder({ eventId, purpose, days }: WishedRule, now: Date): Promise<number> {
    const isOver = `(event.ends_on + 1 + CASE WHEN event.id = $3 THEN $4::int ELSE coalesce(rule.days, $2) END)::timestamp
      AT TIME ZONE event.zone <= $1`;
    const over = `SELECT event.id FROM event
      LEFT JOIN event_retention rule ON rule.event_id = event.id AND rule.purpose = '${purpose}' WHERE ${isOver}`;
    const mails = `SELECT id FROM message WHERE event_id = $3 AND event_id IN (${over}) AND html <> '${erased}'
      AND state NOT IN ('queued', 'sending', 'deferred')`;
    const people = `SELECT person_id FROM (${ties}) tie JOIN person ON person.id = person_id WHERE anonymised_at IS NULL
      GROUP BY person_id HAVING bool_or(event_id = $3) AND bool_and(event_id IN (${over}))`;
    const [{ count }] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (${purpose === 'mails' ? mails : people}) due`,
      [now, usualDays[purpose], eventId, days],
    );
    return count;
  }

  /** What the mails said goes; that they were sent, when and with which fate stays. Answers how many. */
  async eraseMails(manager: EntityManager, now: Date, most: number): Promise<number> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE message SET html = $3, text = $3, subject = $3, to_name = $3, to_address = $3, last_response = NULL,
         links = '[]', calendar_content = CASE WHEN calendar_content IS NOT NULL THEN $3 END
       WHERE id IN (SELECT id ${dueMails} AND state NOT IN ('queued', 'sending', 'deferred') ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, usualDays.mails, erased, most],
    );
    // What servers answered repeats the address.
    await manager.query(
      'UPDATE delivery_event SET response = NULL WHERE response IS NOT NULL AND message_id = ANY ($1)',
      [rows.map(({ id }) => id)],
    );
    return rows.length;
  }
}
