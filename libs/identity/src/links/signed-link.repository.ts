import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SignedLink } from './signed-link.entity.js';

/** An opening is noted at most this often, so that reading a page is seldom a write. */
const noteEveryMilliseconds = 60_000;

@Injectable()
export class SignedLinkRepository {
  constructor(private readonly dataSource: DataSource) {}

  byTokenHash(tokenHash: string): Promise<SignedLink | null> {
    return this.dataSource.getRepository(SignedLink).findOneBy({ tokenHash });
  }

  forChange(manager: EntityManager, id: string): Promise<SignedLink | null> {
    return manager.findOne(SignedLink, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async noteOpened(link: SignedLink, now: Date): Promise<void> {
    if (link.lastOpenedAt && now.getTime() - link.lastOpenedAt.getTime() < noteEveryMilliseconds) return;
    await this.dataSource.getRepository(SignedLink).update({ id: link.id }, { lastOpenedAt: now });
  }
}
