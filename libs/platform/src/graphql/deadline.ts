import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { TimeOver, type RequestTime } from '../database/request-time.js';

const logger = new Logger('GraphQL');
const timeIsOver = Symbol('time is over');

/** How many times as long what does a whole file at once may take. */
const wholeFile = 4;

/** The end of an operation's time. Whoever waits then is let go, and what it holds of the database is taken from it. */
export class Deadline {
  private readonly over: Promise<typeof timeIsOver>;
  private end: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    time: RequestTime | null,
  ) {
    this.over = new Promise((resolve) => {
      this.end = () => {
        resolve(timeIsOver);
        time?.end(config.applicationDatabaseUrl).catch((fault: Error) => logger.error(fault.stack));
      };
    });
    this.restart(config.operationLimit);
  }

  /** Answers, or throws TimeOver at the end. */
  async orOver<T>(answer: Promise<T>): Promise<T> {
    const first = await Promise.race([answer, this.over]);
    if (first === timeIsOver) throw new TimeOver();
    return first;
  }

  /** For what makes thousands of rows in one go, each of them bound in time as before. */
  allowWholeFile(): void {
    this.restart(wholeFile * this.config.operationLimit);
  }

  met(): void {
    clearTimeout(this.timer);
  }

  private restart(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.end, milliseconds).unref();
  }
}
