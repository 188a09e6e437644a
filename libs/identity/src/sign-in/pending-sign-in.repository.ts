import { newId } from '#kernel';
import { Sweep, type Work } from '#platform';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual, MoreThan } from 'typeorm';
import { newToken, tokenHashOf } from '../secrets/sealed.js';
import { PendingSignIn } from './pending-sign-in.entity.js';

/** Long enough to fetch the phone, or to set up an app. */
const lifeMilliseconds = 10 * 60_000;

@Injectable()
export class PendingSignInRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers the token, which is never seen again. */
  async add(work: Work, accountId: string): Promise<string> {
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(work.now.getTime() + lifeMilliseconds);
    await work.manager.insert(PendingSignIn, { id: newId(), accountId, tokenHash, expiresAt });
    return token;
  }

  byToken(token: string): Promise<PendingSignIn | null> {
    const where = { tokenHash: tokenHashOf(token), expiresAt: MoreThan(this.clock.now()) };
    return this.dataSource.getRepository(PendingSignIn).findOneBy(where);
  }

  /** Ends it. False when another request ended it first: of two that complete it at once, one comes in. */
  async use(work: Work, id: string): Promise<boolean> {
    const used = await work.manager.delete(PendingSignIn, { id, expiresAt: MoreThan(work.now) });
    return used.affected === 1;
  }

  @Sweep({ everySeconds: 600 })
  async removeOver(): Promise<void> {
    await this.dataSource.getRepository(PendingSignIn).delete({ expiresAt: LessThanOrEqual(this.clock.now()) });
  }
}
