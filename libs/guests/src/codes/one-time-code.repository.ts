import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OneTimeCode } from './one-time-code.entity.js';
import { codeTerms } from './one-time-code.rules.js';

@Injectable()
export class OneTimeCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<OneTimeCode | null> {
    return manager.findOneBy(OneTimeCode, { id });
  }

  /**
   * Counts an attempt before the guess is looked at and locks the code until the transaction ends, so that of two right guesses at once
   * the second finds it used. Null when it is used, over or out of attempts.
   */
  async claimAttempt(manager: EntityManager, id: string, now: Date): Promise<OneTimeCode | null> {
    const [, counted] = await manager.query<[unknown[], number]>(
      `UPDATE one_time_code SET attempts = attempts + 1
       WHERE id = $1 AND ended_at IS NULL AND expires_at > $2 AND attempts < $3`,
      [id, now, codeTerms.attemptsAllowed],
    );
    return counted === 1 ? this.byId(id, manager) : null;
  }

  async removeBefore(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM one_time_code WHERE expires_at < $1', [instant]);
  }
}
