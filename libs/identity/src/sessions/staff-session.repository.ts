import type { Role } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { StaffSession } from './staff-session.entity.js';

/** What an account may do where: roles by event, by organisation, and whose each of those events is. */
export interface HeldRoles {
  readonly events: Readonly<Record<string, Role>>;
  readonly organizations: Readonly<Record<string, Role>>;
  readonly organizationOf: Readonly<Record<string, string>>;
}

/** A live session with the account behind it and its roles, as they are now. */
export interface LiveSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly lastSeenAt: Date;
  readonly provedAt: Date;
  readonly roles: HeldRoles;
}

@Injectable()
export class StaffSessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that are live, the last used first. */
  liveOf(accountId: string, now: Date): Promise<StaffSession[]> {
    const where = { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
    return this.dataSource
      .getRepository(StaffSession)
      .find({ where, order: { lastSeenAt: 'DESC', createdAt: 'DESC' } });
  }

  /** Read on every request, so that a disabled account and a taken role are out at once. */
  async liveByTokenHash(tokenHash: string, now: Date): Promise<LiveSession | null> {
    const rows = await this.dataSource.query<LiveSession[]>(
      `SELECT session.id AS "sessionId", account.id AS "accountId", account.name, account.is_administrator AS "isAdministrator",
              session.last_seen_at AS "lastSeenAt", session.proved_at AS "provedAt",
              roles_of_account(account.id) AS roles
       FROM staff_session session
       JOIN account ON account.id = session.account_id
       WHERE session.token_hash = $1 AND session.revoked_at IS NULL AND session.expires_at > $2 AND account.disabled_at IS NULL`,
      [tokenHash, now],
    );
    return rows[0] ?? null;
  }
}
