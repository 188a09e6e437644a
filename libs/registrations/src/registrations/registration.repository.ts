import { isId } from '#kernel';
import { limitOf, offsetOf, pageAt, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { likeness } from './person-entry.rules.js';
import { Registration } from './registration.entity.js';
import { activeStates, type RegistrationState } from './registration.rules.js';

/** What is asked of an event's registrations; what is absent does not narrow the answer. */
export interface RegistrationQuestion {
  readonly delegationId?: string | null;
  readonly institutionId?: string | null;
  readonly states?: readonly RegistrationState[] | null;
  /** Part of a person's or an institution's name, blind to accents and case. */
  readonly search?: string | null;
}

@Injectable()
export class RegistrationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Registration | null> {
    return isId(id) ? manager.findOneBy(Registration, { id }) : null;
  }

  async forChange(manager: EntityManager, id: string): Promise<Registration | null> {
    return isId(id) ? manager.findOne(Registration, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  readonly byIds = async (
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Registration>> => {
    const rows = await manager.findBy(Registration, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Those of the delegation that take part or still may, in the order in which they were entered. */
  activeOf(delegationId: string, manager: EntityManager = this.dataSource.manager): Promise<Registration[]> {
    return manager.find(Registration, {
      where: { delegationId, state: In([...activeStates]) },
      order: { sequence: 'ASC' },
    });
  }

  /** The same for several delegations. */
  readonly activeOfAll = async (delegationIds: readonly string[]): Promise<Map<string, Registration[]>> => {
    const rows = await this.dataSource.manager.find(Registration, {
      where: { delegationId: In([...delegationIds]), state: In([...activeStates]) },
      order: { sequence: 'ASC' },
    });
    const lists = new Map(delegationIds.map((id) => [id, [] as Registration[]]));
    for (const row of rows) lists.get(row.delegationId)?.push(row);
    return lists;
  };

  /** The same of one delegation, locked for a change of all of them. */
  activeForChange(manager: EntityManager, delegationId: string): Promise<Registration[]> {
    return manager.find(Registration, {
      where: { delegationId, state: In([...activeStates]) },
      order: { sequence: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What tells apart the people who are active in a delegation, except those of the registrations named. */
  async likenessesOf(manager: EntityManager, delegationId: string, except: readonly string[]): Promise<Set<string>> {
    const people = await manager.query<Parameters<typeof likeness>[0][]>(
      `SELECT given_names AS "givenNames", family_names AS "familyNames", email, phone
       FROM registration JOIN person ON person.id = person_id
       WHERE delegation_id = $1 AND state = ANY ($2) AND registration.id <> ALL ($3::uuid[])`,
      [delegationId, activeStates, except],
    );
    return new Set(people.map(likeness));
  }

  /** Who is next on the event's waiting list in a delegation that has a seat; null when nobody can be offered one. */
  async nextInLine(manager: EntityManager, eventId: string): Promise<{ id: string; delegationId: string } | null> {
    const [row] = await manager.query<{ id: string; delegationId: string }[]>(
      `SELECT registration.id, delegation_id AS "delegationId"
       FROM registration JOIN delegation ON delegation.id = delegation_id
       WHERE registration.event_id = $1 AND registration.state = 'waitlisted' AND taken < quota AND delegation.state <> 'closed'
         AND NOT EXISTS (SELECT FROM event_quota full_event WHERE full_event.event_id = $1 AND full_event.taken >= capacity)
       ORDER BY sequence LIMIT 1`,
      [eventId],
    );
    return row ?? null;
  }

  /** Offers whose time is over, oldest first. */
  lapsedOffers(now: Date): Promise<{ id: string; delegationId: string }[]> {
    return this.dataSource.query(
      `SELECT id, delegation_id AS "delegationId" FROM registration
       WHERE state = 'offered' AND offer_expires_at <= $1 ORDER BY offer_expires_at LIMIT 100`,
      [now],
    );
  }

  /** A page of an event's registrations in the order in which they were entered; ids and total in one statement. */
  async page(eventId: string, asked: RegistrationQuestion, page: PageArgs): Promise<Page<Registration>> {
    const { delegationId = null, institutionId = null, states } = asked;
    const [found] = await this.dataSource.query<{ ids: string[]; total: number }[]>(
      `WITH found AS (
         SELECT registration.id, sequence FROM registration JOIN person ON person.id = person_id
           JOIN delegation ON delegation.id = delegation_id JOIN institution ON institution.id = delegation.institution_id
         WHERE registration.event_id = $1 AND ($2::uuid IS NULL OR delegation_id = $2)
           AND ($3::uuid IS NULL OR delegation.institution_id = $3)
           AND ($4::text[] IS NULL OR registration.state = ANY ($4))
           AND ($5::text IS NULL OR accent_blind(concat_ws(' ', given_names, family_names, institution.name, short_name))
             LIKE accent_blind($5))
       )
       SELECT coalesce((SELECT json_agg(id ORDER BY sequence) FROM (SELECT * FROM found ORDER BY sequence LIMIT $6 OFFSET $7) AS one), '[]') AS ids,
         (SELECT count(*)::int FROM found) AS total`,
      [
        eventId,
        delegationId,
        institutionId,
        states?.length ? states : null,
        searchPattern(asked.search),
        limitOf(page),
        offsetOf(page),
      ],
    );
    const rows = await this.byIds(found.ids);
    const inOrder = found.ids.flatMap((id) => rows.get(id) ?? []);
    return pageAt(inOrder, found.total, page);
  }

  /** How many of the event's registrations stand where. */
  async counts(eventId: string): Promise<{ state: RegistrationState; count: number }[]> {
    return this.dataSource.query(
      'SELECT state, count(*)::int AS count FROM registration WHERE event_id = $1 GROUP BY state ORDER BY state',
      [eventId],
    );
  }
}
