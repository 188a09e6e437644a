import { isId } from '#kernel';
import { pageFound, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MeetingRequest } from './meeting-request.entity.js';
import { requestsLike } from './requests-like.js';
import type { MeetingRequestState } from './meeting-request.rules.js';

/** What is asked of an event's requests; what is absent does not narrow the answer. */
export interface RequestQuestion {
  readonly partyId?: string | null;
  readonly states?: readonly MeetingRequestState[] | null;
  readonly search?: string | null;
}

@Injectable()
export class MeetingRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingRequest | null> {
    return isId(id) ? manager.findOneBy(MeetingRequest, { id }) : Promise.resolve(null);
  }

  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, MeetingRequest>> => {
    const rows = await this.dataSource.manager.findBy(MeetingRequest, { id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  toChange(id: string, manager: EntityManager): Promise<MeetingRequest | null> {
    return isId(id)
      ? manager.findOne(MeetingRequest, { where: { id }, lock: { mode: 'for_no_key_update' } })
      : Promise.resolve(null);
  }

  /** Read for a mail: the request stays as the mail tells it until the mail is queued. */
  toTell(id: string, manager: EntityManager): Promise<MeetingRequest | null> {
    return isId(id)
      ? manager.findOne(MeetingRequest, { where: { id }, lock: { mode: 'pessimistic_read' } })
      : Promise.resolve(null);
  }

  /** Writes all that an answer may change. */
  async save(request: MeetingRequest, manager: EntityManager): Promise<void> {
    const { id, state, proposedStartsAt, proposedByPartyId, reason, expiresAt, answeredAt } = request;
    const change = { state, proposedStartsAt, proposedByPartyId, reason, expiresAt, answeredAt };
    await manager.update(MeetingRequest, { id }, change);
  }

  /** A page of the event's requests, the latest first. */
  async ofEvent(eventId: string, asked: RequestQuestion, page: PageArgs): Promise<Page<MeetingRequest>> {
    const { partyId, states } = asked;
    const query = this.dataSource.manager
      .createQueryBuilder(MeetingRequest, 'r')
      .where('r.eventId = :eventId', { eventId });
    if (partyId) query.andWhere('(r.fromPartyId = :partyId OR r.toPartyId = :partyId)', { partyId });
    if (states?.length) query.andWhere('r.state = ANY (:states)', { states });
    const pattern = searchPattern(asked.search);
    if (pattern) query.andWhere(`r.id IN (${requestsLike})`, { pattern });
    return pageFound(query.orderBy('r.createdAt', 'DESC').addOrderBy('r.id'), page);
  }

  /** Requests whose time is over, locked; those that somebody is answering are left for later. */
  overdue(now: Date, limit: number, manager: EntityManager): Promise<MeetingRequest[]> {
    return manager
      .createQueryBuilder(MeetingRequest, 'r')
      .where("r.state IN ('requested', 'counter_proposed') AND r.expiresAt <= :now", { now })
      .orderBy('r.expiresAt')
      .limit(limit)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
  }
}
