import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface QueueCounts {
  /** Facts that no relay has taken up yet. */
  readonly unrelayed: number;
  readonly waiting: number;
  readonly failed: number;
  /** Since when the oldest unrelayed fact or waiting job waits. */
  readonly oldestSince: Date | null;
}

/** The state of the work behind the scenes, read from our own rows: the same on every queue. */
@Injectable()
export class QueueHealth {
  constructor(private readonly dataSource: DataSource) {}

  async counts(): Promise<QueueCounts> {
    const [counts] = await this.dataSource.query<QueueCounts[]>(`
      SELECT (SELECT count(*)::int FROM outbox WHERE relayed_at IS NULL) AS unrelayed,
             (SELECT count(*)::int FROM job WHERE state = 'queued') AS waiting,
             (SELECT count(*)::int FROM job WHERE state = 'failed') AS failed,
             LEAST((SELECT min(recorded_at) FROM outbox WHERE relayed_at IS NULL),
                   (SELECT min(recorded_at) FROM job JOIN outbox ON outbox.id = job.outbox_id WHERE state = 'queued')) AS "oldestSince"`);
    return counts;
  }
}
