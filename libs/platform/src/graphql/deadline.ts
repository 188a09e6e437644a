import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { TimeOver, type RequestTime } from '../database/request-time.js';

const logger = new Logger('GraphQL');
const timeIsOver = Symbol('time is over');

/** The end of an operation's time. Whoever waits then is let go, and what it holds of the database is taken from it. */
export class Deadline {
  private readonly over: Promise<typeof timeIsOver>;
  private timer: NodeJS.Timeout | undefined;

  constructor({ operationLimit, applicationDatabaseUrl }: Config, time: RequestTime | null) {
    this.over = new Promise((resolve) => {
      this.timer = setTimeout(() => {
        resolve(timeIsOver);
        time?.end(applicationDatabaseUrl).catch((fault: Error) => logger.error(fault.stack));
      }, operationLimit).unref();
    });
  }

  /** Answers, or throws TimeOver at the end. */
  async orOver<T>(answer: Promise<T>): Promise<T> {
    const first = await Promise.race([answer, this.over]);
    if (first === timeIsOver) throw new TimeOver();
    return first;
  }

  met(): void {
    clearTimeout(this.timer);
  }
}
