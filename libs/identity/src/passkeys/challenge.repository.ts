import { Clock, isId, newId } from '#kernel';
import { nothingChanged, Sweep } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { SignInChallenge, type ChallengePurpose } from './sign-in-challenge.entity.js';

/** As long as a browser's dialog may stay open. */
const lifeMilliseconds = 5 * 60_000;

export interface IssuedChallenge {
  readonly id: string;
  /** base64url. */
  readonly challenge: string;
}

@Injectable()
export class ChallengeRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A question changes nothing: it owes no audit entry. */
  async issue(purpose: ChallengePurpose, accountId: string | null): Promise<IssuedChallenge> {
    nothingChanged();
    const [id, challenge] = [newId(), randomBytes(32).toString('base64url')];
    const expiresAt = new Date(this.clock.now().getTime() + lifeMilliseconds);
    await this.dataSource.getRepository(SignInChallenge).insert({ id, purpose, accountId, challenge, expiresAt });
    return { id, challenge };
  }

  /** Takes it out, in one statement and whatever becomes of it: of two who answer the same challenge, one is heard. */
  async take(id: string, purpose: ChallengePurpose, accountId: string | null): Promise<string | null> {
    if (!isId(id)) return null;
    const [rows] = await this.dataSource.query<[{ challenge: string }[], number]>(
      `DELETE FROM sign_in_challenge
       WHERE id = $1 AND purpose = $2 AND account_id IS NOT DISTINCT FROM $3 AND expires_at > $4
       RETURNING challenge`,
      [id, purpose, accountId, this.clock.now()],
    );
    return rows[0]?.challenge ?? null;
  }

  @Sweep({ everySeconds: 600 })
  async removeOver(): Promise<void> {
    await this.dataSource.getRepository(SignInChallenge).delete({ expiresAt: LessThanOrEqual(this.clock.now()) });
  }
}
