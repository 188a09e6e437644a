import { newId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { Authenticator } from './authenticator.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';

/** What an account has beside its password. */
export interface FactorCount {
  readonly hasAuthenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

@Injectable()
export class FactorRepository {
  constructor(private readonly dataSource: DataSource) {}

  async countsOf(accountId: string): Promise<FactorCount> {
    const [row] = await this.dataSource.query<[FactorCount]>(
      `SELECT EXISTS (SELECT FROM authenticator WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS "hasAuthenticator",
              (SELECT count(*)::int FROM passkey WHERE account_id = $1) AS passkeys,
              (SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft"`,
      [accountId],
    );
    return row;
  }

  working(manager: EntityManager, accountId: string): Promise<Authenticator | null> {
    return manager.findOneBy(Authenticator, { accountId, confirmedAt: Not(IsNull()) });
  }

  /** The one that is being set up, to be confirmed by one transaction at a time. */
  unconfirmed(manager: EntityManager, accountId: string): Promise<Authenticator | null> {
    const where = { accountId, confirmedAt: IsNull() };
    return manager.findOne(Authenticator, { where, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Uses up the step of a code, and with it all earlier ones, in one statement: of two who send the same code at the same time one
   * comes in. False when it was used up already.
   */
  async useStep(manager: EntityManager, id: string, step: number): Promise<boolean> {
    const [, used] = await manager.query<[unknown, number]>(
      'UPDATE authenticator SET last_step = $2 WHERE id = $1 AND last_step < $2',
      [id, step],
    );
    return used === 1;
  }

  /** Uses up a recovery code in one statement. False when the account has none like it that is unused. */
  async useRecoveryCode(manager: EntityManager, accountId: string, codeHash: string, now: Date): Promise<boolean> {
    const used = await manager.update(RecoveryCode, { accountId, codeHash, usedAt: IsNull() }, { usedAt: now });
    return used.affected === 1;
  }

  async replaceRecoveryCodes(manager: EntityManager, accountId: string, hashes: readonly string[]): Promise<void> {
    await manager.delete(RecoveryCode, { accountId });
    const rows = hashes.map((codeHash) => ({ id: newId(), accountId, codeHash, usedAt: null }));
    await manager.insert(RecoveryCode, rows);
  }

  async removeAll(manager: EntityManager, accountId: string): Promise<void> {
    await manager.delete(Authenticator, { accountId });
    await manager.delete(RecoveryCode, { accountId });
    await manager.query('DELETE FROM passkey WHERE account_id = $1', [accountId]);
  }
}
