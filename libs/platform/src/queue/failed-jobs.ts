import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Work } from '../database/unit-of-work.js';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '../graphql/connection.js';
import type { JobState } from '../outbox/job.entity.js';

/** A job that its queue gave up, with the fact that it answers to. */
export interface FailedJob {
  readonly id: string;
  /** Kebab case: `mail-delegation-summary`. */
  readonly name: string;
  /** The fact: `DelegationSubmitted`. */
  readonly fact: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
}

const columns = `job.id, job.name, outbox.event AS fact, job.state, job.attempts, job.last_error AS "lastError",
  outbox.recorded_at AS "recordedAt", job.ended_at AS "endedAt"`;
const jobs = 'job JOIN outbox ON outbox.id = job.outbox_id';

/** The jobs that need a person. */
@Injectable()
export class FailedJobs {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest failure first. */
  async page(page: PageArgs): Promise<Page<FailedJob>> {
    const rows = await this.dataSource.query<FailedJob[]>(
      `SELECT ${columns} FROM ${jobs} WHERE job.state = 'failed' ORDER BY job.ended_at DESC, job.id LIMIT $1 OFFSET $2`,
      [limitOf(page), offsetOf(page)],
    );
    const [{ total }] = await this.dataSource.query<{ total: number }[]>(
      "SELECT count(*)::int AS total FROM job WHERE state = 'failed'",
    );
    return pageAt(rows, total, page);
  }

  /** The job, locked; null when there is none. */
  async forChange(work: Work, id: string): Promise<FailedJob | null> {
    const sql = `SELECT ${columns} FROM ${jobs} WHERE job.id = $1 FOR UPDATE OF job`;
    const rows = await work.manager.query<FailedJob[]>(sql, [id]);
    return rows[0] ?? null;
  }

  /** Leaves a locked job as if it had never been queued: the relay takes it up within a second. Its failures stay counted. */
  async queueAgain(work: Work, id: string): Promise<void> {
    await work.manager.query("UPDATE job SET state = 'queued', queued_at = NULL, ended_at = NULL WHERE id = $1", [id]);
  }
}
