import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { ApiKey } from './api-key.entity.js';

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of these organisations, or of all; the latest first. */
  of(organizations: readonly string[] | null): Promise<ApiKey[]> {
    const where = organizations ? { organizationId: In([...organizations]) } : {};
    return this.dataSource.getRepository(ApiKey).find({ where, order: { createdAt: 'DESC' } });
  }

  forChange(manager: EntityManager, id: string): Promise<ApiKey | null> {
    return manager.findOne(ApiKey, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byTokenHash(tokenHash: string): Promise<ApiKey | null> {
    return this.dataSource.getRepository(ApiKey).findOneBy({ tokenHash });
  }

  async noteUsed(id: string, now: Date): Promise<void> {
    await this.dataSource.getRepository(ApiKey).update({ id }, { lastUsedAt: now });
  }

  /** The organisation's events, or the one among them. */
  async eventIds(organizationId: string, eventId: string | null): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM event WHERE organization_id = $1 AND ($2::uuid IS NULL OR id = $2)',
      [organizationId, eventId],
    );
    return rows.map(({ id }) => id);
  }
}
