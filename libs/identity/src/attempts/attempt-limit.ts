import { Clock, type Refusal } from '#kernel';
import { Sweep } from '#platform';
import { Injectable } from '@nestjs/common';
import { AttemptRepository } from './attempt.repository.js';
import { countersOf, tooManyAttempts, windowMilliseconds, type Attempt } from './attempt.rules.js';

/**
 * Bounds the guessing of whatever opens something: passwords, codes, links. Called by the service that judges the guess, once per guess,
 * so that aliases and batches of one request count one by one.
 */
@Injectable()
export class AttemptLimit {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt *before* the guess is looked at. Answers the refusal TOO_MANY_ATTEMPTS, or null when it may go on. */
  async claim(attempt: Attempt): Promise<Refusal | null> {
    const now = this.clock.now();
    for (const counter of countersOf(attempt)) {
      const usedUpSince = await this.attempts.claim(counter, now);
      if (usedUpSince) return tooManyAttempts(usedUpSince, now);
    }
    return null;
  }

  /** After a right guess: the subject has all its attempts again, and the address gets this one back. */
  async forgive(attempt: Attempt): Promise<void> {
    const [here, everywhere, address] = countersOf(attempt);
    await this.attempts.forget(here);
    await this.attempts.forget(everywhere);
    await this.attempts.takeBack(address);
  }

  @Sweep({ everySeconds: 600 })
  async forgetOld(): Promise<void> {
    await this.attempts.removeBefore(new Date(this.clock.now().getTime() - windowMilliseconds));
  }
}
