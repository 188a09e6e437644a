import { isId } from '#kernel';
import { pageFound, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Invitation } from './invitation.entity.js';
import type { InvitationKind, InvitationState } from './invitation.rules.js';

const waiting: InvitationState[] = ['queued', 'sent'];

/** What is asked of an event's invitations; what is absent does not narrow the answer. */
export interface InvitationQuestion {
  readonly kind?: InvitationKind | null;
  readonly states?: readonly InvitationState[] | null;
  readonly search?: string | null;
}

@Injectable()
export class InvitationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Invitation | null> {
    return isId(id) ? manager.findOneBy(Invitation, { id }) : null;
  }

  async forChange(manager: EntityManager, id: string): Promise<Invitation | null> {
    return isId(id) ? manager.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  readonly byIds = async (
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Invitation>> => {
    const rows = await manager.findBy(Invitation, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Which of these are sessions of the event. The agenda stands on this same floor: all that is asked of its table is whether the row is there. */
  async sessionsAmong(manager: EntityManager, eventId: string, ids: readonly string[]): Promise<Set<string>> {
    const sql = 'SELECT id FROM session WHERE event_id = $1 AND id = ANY ($2::uuid[])';
    const rows = await manager.query<{ id: string }[]>(sql, [eventId, ids.filter(isId)]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether these people have an invitation of the kind that can still be answered, or was accepted: `person subject`. */
  async livingKeys(
    manager: EntityManager,
    eventId: string,
    kind: InvitationKind,
    personIds: readonly string[],
  ): Promise<Set<string>> {
    const rows = await manager.findBy(Invitation, {
      eventId,
      kind,
      personId: In([...personIds]),
      state: In(['draft', 'queued', 'sent', 'accepted'] satisfies InvitationState[]),
    });
    return new Set(rows.map(({ personId, subjectId }) => `${personId} ${subjectId ?? ''}`));
  }

  /** Focal points of a delegation who have not answered, locked. */
  unansweredOf(manager: EntityManager, delegationId: string): Promise<Invitation[]> {
    return manager.find(Invitation, {
      where: { kind: 'focal_point', subjectId: delegationId, state: In(waiting) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Some that nobody answered in time, locked; those that another worker has in hand are left out. */
  lapsed(manager: EntityManager, now: Date): Promise<Invitation[]> {
    return manager.find(Invitation, {
      where: { state: In(waiting), expiresAt: LessThanOrEqual(now) },
      order: { expiresAt: 'ASC' },
      take: 200,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** A page of an event's invitations, the oldest first; `search` is part of the invited person's name or address. */
  async page(eventId: string, { kind, states, search }: InvitationQuestion, page: PageArgs): Promise<Page<Invitation>> {
    const query = this.dataSource.manager
      .createQueryBuilder(Invitation, 'invitation')
      .where('invitation.event_id = :eventId', { eventId });
    if (kind) query.andWhere('invitation.kind = :kind', { kind });
    if (states?.length) query.andWhere('invitation.state = ANY (:states)', { states });
    const pattern = searchPattern(search);
    if (pattern) {
      const person = `SELECT id FROM person WHERE accent_blind(concat_ws(' ', given_names, family_names, email)) LIKE accent_blind(:pattern)`;
      query.andWhere(`invitation.person_id IN (${person})`, { pattern });
    }
    return pageFound(query.orderBy('invitation.createdAt').addOrderBy('invitation.id'), page);
  }
}
