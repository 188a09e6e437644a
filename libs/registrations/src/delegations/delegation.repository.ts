import { isId } from '#kernel';
import { limitOf, offsetOf, pageAt, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity.js';
import type { DelegationState } from './delegation.rules.js';

@Injectable()
export class DelegationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Delegation | null> {
    return isId(id) ? manager.findOneBy(Delegation, { id }) : null;
  }

  async forChange(manager: EntityManager, id: string): Promise<Delegation | null> {
    return isId(id) ? manager.findOne(Delegation, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Delegation>> => {
    const rows = await this.dataSource.manager.findBy(Delegation, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** The delegations that these institutions have at the event, locked, by institution. */
  async ofInstitutions(
    manager: EntityManager,
    eventId: string,
    institutionIds: readonly string[],
  ): Promise<Map<string, Delegation>> {
    const rows = await manager.find(Delegation, {
      where: { eventId, institutionId: In([...institutionIds]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(rows.map((row) => [row.institutionId, row]));
  }

  /** A page of an event's delegations by the institution's name; `search` is part of it, blind to accents and case. */
  async page(
    eventId: string,
    { states, search }: { states?: readonly DelegationState[] | null; search?: string | null },
    page: PageArgs,
  ): Promise<Page<Delegation>> {
    const [found] = await this.dataSource.query<{ ids: string[]; total: number }[]>(
      `WITH found AS (
         SELECT delegation.id, name FROM delegation JOIN institution ON institution.id = institution_id
         WHERE event_id = $1 AND ($2::text[] IS NULL OR state = ANY ($2))
           AND ($3::text IS NULL OR accent_blind(name || ' ' || coalesce(short_name, '')) LIKE accent_blind($3))
       )
       SELECT coalesce((SELECT json_agg(id ORDER BY name, id)
           FROM (SELECT * FROM found ORDER BY name, id LIMIT $4 OFFSET $5) AS one), '[]') AS ids,
         (SELECT count(*)::int FROM found) AS total`,
      [eventId, states?.length ? states : null, searchPattern(search), limitOf(page), offsetOf(page)],
    );
    const rows = await this.byIds(found.ids);
    const inOrder = found.ids.flatMap((id) => rows.get(id) ?? []);
    return pageAt(inOrder, found.total, page);
  }
}
