import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { erased } from '../anonymisation/needles.rules.js';
import { EventRetention } from './event-retention.entity.js';
import { OrganizationRetention } from './organization-retention.entity.js';
import { usualDays, type RetentionPlace, type RetentionPurpose } from './retention.rules.js';

/** How an event or an organisation would keep if its rule were another. */
export interface WishedRule {
  readonly place: RetentionPlace;
  readonly purpose: RetentionPurpose;
  readonly days: number;
}

/** Days that an event keeps: its own rule, else its organisation's, else the usual ones, which are `$2`. */
const keptDays = 'coalesce(rule.days, house.days, $2)';

/** The events whose time for the purpose is over; `$1` is now. */
const overdue = (purpose: RetentionPurpose, days = keptDays): string => `
  SELECT event.id FROM event
  LEFT JOIN event_retention rule ON rule.event_id = event.id AND rule.purpose = '${purpose}'
  LEFT JOIN organization_retention house ON house.organization_id = event.organization_id AND house.purpose = '${purpose}'
  WHERE (event.ends_on + 1 + ${days})::timestamp AT TIME ZONE event.zone <= $1`;

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

/** Whose fate is known and whose text still stands. */
const settled = `html <> '${erased}' AND state NOT IN ('queued', 'sending', 'deferred')`;

/** Those that belong to no event, a code to sign in say, are as old as the day on which they were written. */
const dueMails = `FROM message WHERE ${settled} AND (event_id IN (${overdue('mails')})
  OR event_id IS NULL AND queued_at + make_interval(days => $2) <= $1)`;

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

  /** The rule that was set there itself; null when none was. */
  async ruleAt(
    place: RetentionPlace,
    purpose: RetentionPurpose,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<number | null> {
    const row =
      'eventId' in place
        ? await manager.findOneBy(EventRetention, { ...place, purpose })
        : await manager.findOneBy(OrganizationRetention, { ...place, purpose });
    return row?.days ?? null;
  }

  /** The rule that holds there, whoever set it. */
  async daysAt(place: RetentionPlace, purpose: RetentionPurpose): Promise<number> {
    const own = await this.ruleAt(place, purpose);
    if (own !== null || !('eventId' in place)) return own ?? usualDays[purpose];
    const [house] = await this.dataSource.query<{ days: number }[]>(
      `SELECT days FROM organization_retention JOIN event USING (organization_id) WHERE event.id = $1 AND purpose = $2`,
      [place.eventId, purpose],
    );
    return house?.days ?? usualDays[purpose];
  }

  /** How many people or mails of that place the next sweep would erase under that rule. */
  async countUnder({ place, purpose, days }: WishedRule, now: Date): Promise<number> {
    const isEvent = 'eventId' in place;
    const isThere = isEvent ? 'event.id = $3' : 'event.organization_id = $3 AND rule.days IS NULL';
    const over = overdue(purpose, `CASE WHEN ${isThere} THEN $4::int ELSE ${keptDays} END`);
    const its = `SELECT id FROM event WHERE ${isEvent ? 'id' : 'organization_id'} = $3`;
    const mails = `SELECT id FROM message WHERE ${settled} AND event_id IN (${its}) AND event_id IN (${over})`;
    const people = `SELECT person_id FROM (${ties}) tie JOIN person ON person.id = person_id WHERE anonymised_at IS NULL
      GROUP BY person_id HAVING bool_or(event_id IN (${its})) AND bool_and(event_id IN (${over}))`;
    const [{ count }] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (${purpose === 'mails' ? mails : people}) due`,
      [now, usualDays[purpose], isEvent ? place.eventId : place.organizationId, days],
    );
    return count;
  }

  /** What the mails said goes; that they were sent, when and with which fate stays. Answers how many. */
  async eraseMails(manager: EntityManager, now: Date, most: number): Promise<number> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE message SET html = $3, text = $3, subject = $3, to_name = $3, to_address = $3, last_response = NULL,
         links = '[]', calendar_content = CASE WHEN calendar_content IS NOT NULL THEN $3 END
       WHERE id IN (SELECT id ${dueMails} ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
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
