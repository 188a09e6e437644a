import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { windowMilliseconds, type Counter } from './attempt.rules.js';
import { SignInThrottle } from './sign-in-throttle.entity.js';

@Injectable()
export class AttemptRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts one attempt in one statement: parallel attempts cannot pass the limit together. Answers null when it may go on, else when
   * the window began whose attempts are used up.
   */
  async claim(counter: Counter, now: Date): Promise<Date | null> {
    const windowsOver = new Date(now.getTime() - windowMilliseconds);
    const claimed = await this.dataSource.query<unknown[]>(
      `INSERT INTO sign_in_throttle AS mine (key, attempts, window_started_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         attempts = CASE WHEN mine.window_started_at <= $3 THEN 1 ELSE mine.attempts + 1 END,
         window_started_at = CASE WHEN mine.window_started_at <= $3 THEN $2 ELSE mine.window_started_at END
       WHERE mine.attempts < $4 OR mine.window_started_at <= $3
       RETURNING attempts`,
      [keyOf(counter), now, windowsOver, counter.allowed],
    );
    return claimed.length > 0 ? null : this.windowStart(counter);
  }

  /** All attempts are there again. */
  async forget(counter: Counter): Promise<void> {
    await this.dataSource.getRepository(SignInThrottle).delete({ key: keyOf(counter) });
  }

  /** The attempt that was just counted is taken back; those of others stay. */
  async takeBack(counter: Counter): Promise<void> {
    const key = keyOf(counter);
    await this.dataSource.query('UPDATE sign_in_throttle SET attempts = greatest(attempts - 1, 0) WHERE key = $1', [
      key,
    ]);
  }

  async removeBefore(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_throttle WHERE window_started_at < $1', [instant]);
  }

  private async windowStart(counter: Counter): Promise<Date> {
    const row = await this.dataSource.getRepository(SignInThrottle).findOneBy({ key: keyOf(counter) });
    // Forgiven in between: who asks again finds all attempts there.
    return row?.windowStartedAt ?? new Date(0);
  }
}

/** A hash, so that the table names nobody. */
function keyOf({ of }: Counter): string {
  return createHash('sha256').update(of).digest('hex');
}
