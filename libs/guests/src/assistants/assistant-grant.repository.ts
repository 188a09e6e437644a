import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { AssistantGrant } from './assistant-grant.entity.js';

@Injectable()
export class AssistantGrantRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those in force, the latest first. */
  liveOf(personId: string, now: Date, manager: EntityManager = this.dataSource.manager): Promise<AssistantGrant[]> {
    return manager.find(AssistantGrant, {
      where: { personId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { grantedAt: 'DESC' },
    });
  }

  forChange(manager: EntityManager, id: string): Promise<AssistantGrant | null> {
    return manager.findOne(AssistantGrant, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
