import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Consent } from './consent.entity.js';
import type { ConsentPurpose } from './consent.texts.rules.js';

@Injectable()
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those in force. */
  inForce(personId: string, manager: EntityManager = this.dataSource.manager): Promise<Consent[]> {
    return manager.find(Consent, { where: { personId, withdrawnAt: IsNull() }, order: { givenAt: 'ASC' } });
  }

  /** In force, and locked until the transaction ends. */
  forChange(manager: EntityManager, personId: string, purpose: ConsentPurpose): Promise<Consent | null> {
    const where = { personId, purpose, withdrawnAt: IsNull() };
    return manager.findOne(Consent, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds it unless one for the purpose is in force; false then. */
  async addOnce(manager: EntityManager, row: Partial<Consent>): Promise<boolean> {
    const added = await manager
      .createQueryBuilder()
      .insert()
      .into(Consent)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }
}
