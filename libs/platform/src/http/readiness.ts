import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const patience = 2_000;

/** Whether new requests should be sent here. */
@Injectable()
export class Readiness {
  private draining = false;

  constructor(private readonly dataSource: DataSource) {}

  /** From now on the process only finishes what it began. */
  drain(): void {
    this.draining = true;
  }

  /** What keeps the process from answering; null when nothing does. */
  async fault(): Promise<string | null> {
    if (this.draining) return 'shutting down';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('database does not answer'), patience);
    });
    const asked = this.dataSource.query('SELECT 1').then(
      () => null,
      () => 'database does not answer',
    );
    const fault = await Promise.race([asked, late]);
    clearTimeout(timer);
    return fault;
  }
}
