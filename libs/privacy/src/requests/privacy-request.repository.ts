import { pageFound, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PrivacyRequest } from './privacy-request.entity.js';
import type { PrivacyRequestState } from './privacy-request.rules.js';

interface PrivacyRequestFilter {
  readonly state?: PrivacyRequestState | null;
  /** Whose people are seen; null for all. */
  readonly organizationIds: readonly string[] | null;
}

@Injectable()
export class PrivacyRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The most urgent first. */
  async all({ state, organizationIds }: PrivacyRequestFilter, page: PageArgs): Promise<Page<PrivacyRequest>> {
    const query = this.dataSource.getRepository(PrivacyRequest).createQueryBuilder('request');
    if (state) query.andWhere('request.state = :state', { state });
    if (organizationIds) {
      const theirs = 'EXISTS (SELECT FROM person WHERE person.id = request.person_id AND organization_id = ANY (:ids))';
      query.andWhere(theirs, { ids: organizationIds });
    }
    return pageFound(query.orderBy('request.due_on').addOrderBy('request.id'), page);
  }

  forChange(manager: EntityManager, id: string): Promise<PrivacyRequest | null> {
    return manager.findOne(PrivacyRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byId(id: string, manager: EntityManager): Promise<PrivacyRequest | null> {
    return manager.findOneBy(PrivacyRequest, { id });
  }
}
