import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { Sweep } from '../queue/sweep.js';
import { ImportRepository } from './import.repository.js';

/** Uploaded files hold personal data: they are forgotten when their time has come. */
@Injectable()
export class ImportExpiry {
  constructor(
    private readonly clock: Clock,
    private readonly repository: ImportRepository,
  ) {}

  @Sweep({ everySeconds: 600 })
  async forgetExpired(): Promise<void> {
    await this.repository.forgetExpired(this.clock.now());
  }
}
