import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { SignedLink } from './signed-link.entity.js';

/** An opening is noted at most this often, so that reading a page is seldom a write. */
const noteEveryMilliseconds = 60_000;

@Injectable()
export class SignedLinkRepository {
  constructor(private readonly dataSource: DataSource) {}

  byTokenHash(tokenHash: string): Promise<SignedLink | null> {
    return this.dataSource.getRepository(SignedLink).findOneBy({ tokenHash });
  }

  byId(id: string): Promise<SignedLink | null> {
    return this.dataSource.getRepository(SignedLink).findOneBy({ id });
  }

  async claim(manager: EntityManager, id: string, sessionId: string, now: Date): Promise<boolean> {
    const claimed = await manager.query<[unknown[], number]>(
      `UPDATE signed_link SET claimed_at = coalesce(claimed_at, $3), claimed_by = $2
       WHERE id = $1 AND (claimed_by IS NULL OR claimed_by = $2)`,
      [id, sessionId, now],
    );
    return claimed[1] === 1;
  }

  liveOf(personIds: readonly string[], now: Date): Promise<SignedLink[]> {
    return this.dataSource.getRepository(SignedLink).find({
      where: { personId: In([...personIds]), revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { issuedAt: 'DESC' },
    });
  }

  forChange(manager: EntityManager, id: string): Promise<SignedLink | null> {
    return manager.findOne(SignedLink, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async noteOpened(link: SignedLink, now: Date): Promise<void> {
    if (link.lastOpenedAt && now.getTime() - link.lastOpenedAt.getTime() < noteEveryMilliseconds) return;
    await this.dataSource.getRepository(SignedLink).update({ id: link.id }, { lastOpenedAt: now });
  }
}
