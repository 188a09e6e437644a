import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SignInThrottle } from './sign-in-throttle.entity.js';
import { throttle } from './sign-in.rules.js';

/** From where somebody tries to sign in to which account. */
export interface Attempt {
  readonly email: string;
  /** The network address of the client. */
  readonly address: string;
}

@Injectable()
export class SignInThrottleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts an attempt before its password is looked at, in one statement: parallel attempts cannot pass the limit together.
   * Answers null when it may go on, else when the window began whose attempts are used up.
   */
  async claim(attempt: Attempt, now: Date): Promise<Date | null> {
    const windowsOver = new Date(now.getTime() - throttle.windowMilliseconds);
    const claimed = await this.dataSource.query<unknown[]>(
      `INSERT INTO sign_in_throttle AS mine (key, attempts, window_started_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         attempts = CASE WHEN mine.window_started_at <= $3 THEN 1 ELSE mine.attempts + 1 END,
         window_started_at = CASE WHEN mine.window_started_at <= $3 THEN $2 ELSE mine.window_started_at END
       WHERE mine.attempts < $4 OR mine.window_started_at <= $3
       RETURNING attempts`,
      [keyOf(attempt), now, windowsOver, throttle.attemptsAllowed],
    );
    return claimed.length > 0 ? null : this.windowStart(attempt);
  }

  /** After a success: those who know the password have all their attempts again. */
  async forget(attempt: Attempt): Promise<void> {
    await this.dataSource.getRepository(SignInThrottle).delete({ key: keyOf(attempt) });
  }

  async removeBefore(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_throttle WHERE window_started_at < $1', [instant]);
  }

  private async windowStart(attempt: Attempt): Promise<Date | null> {
    const row = await this.dataSource.getRepository(SignInThrottle).findOneBy({ key: keyOf(attempt) });
    return row?.windowStartedAt ?? null;
  }
}

/** The account's e-mail is compared without regard to case, so attempts on it are counted so too. */
function keyOf({ email, address }: Attempt): string {
  return createHash('sha256').update(`${email.toLowerCase()}\n${address}`).digest('hex');
}
