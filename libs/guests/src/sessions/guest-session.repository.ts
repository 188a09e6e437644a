import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GuestProof } from './guest-proof.entity.js';
import { GuestSession } from './guest-session.entity.js';

@Injectable()
export class GuestSessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  live(tokenHash: string, manager: EntityManager = this.dataSource.manager): Promise<GuestSession | null> {
    return manager
      .createQueryBuilder(GuestSession, 'session')
      .where('session.token_hash = :tokenHash AND session.revoked_at IS NULL', { tokenHash })
      .getOne();
  }

  /** Those that hold at the instant; the latest first. */
  proofsOf(sessionId: string, at: Date): Promise<GuestProof[]> {
    return this.dataSource
      .createQueryBuilder(GuestProof, 'proof')
      .where('proof.session_id = :sessionId AND proof.expires_at > :at', { sessionId, at })
      .orderBy('proof.proved_at', 'DESC')
      .getMany();
  }

  /** The session of the token, made when there is none: of two requests at once both get the same. Null when it was revoked. */
  async ofToken(
    manager: EntityManager,
    session: Pick<GuestSession, 'id' | 'tokenHash' | 'createdAt'>,
  ): Promise<string | null> {
    await manager.createQueryBuilder().insert().into(GuestSession).values(session).orIgnore().execute();
    return (await this.live(session.tokenHash, manager))?.id ?? null;
  }

  async moveProofs(manager: EntityManager, from: string, to: string): Promise<void> {
    await manager.update(GuestProof, { sessionId: from }, { sessionId: to });
  }

  async removeBefore(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM guest_proof WHERE expires_at < $1', [instant]);
    await this.dataSource.query(
      `DELETE FROM guest_session WHERE created_at < $1
       AND NOT EXISTS (SELECT FROM guest_proof WHERE session_id = guest_session.id)`,
      [instant],
    );
  }
}
