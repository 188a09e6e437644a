import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { JobRow } from '../outbox/job.entity.js';
import { jobsOn } from '../outbox/job.js';
import { OutboxRow } from '../outbox/outbox.entity.js';

const batch = 100;
const lostAfterSeconds = 120;

/** What the relay hands to the queue: nothing but ids. */
export type Enqueue = (jobs: readonly { id: string; name: string }[]) => Promise<void>;

/** Turns recorded facts into queued jobs. Several relays may run at once: each takes rows that no other holds. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Relays until nothing waits; answers how many jobs it queued. */
  async drain(enqueue: Enqueue): Promise<number> {
    while ((await this.dataSource.transaction((manager) => this.writeJobs(manager))) === batch);
    let total = 0;
    for (;;) {
      const queued = await this.dataSource.transaction((manager) => this.queueJobs(manager, enqueue));
      total += queued;
      if (queued < batch) return total;
    }
  }

  /** First the jobs become rows, so that no worker can take a job whose row it cannot see. */
  private async writeJobs(manager: EntityManager): Promise<number> {
    const facts = await manager.find(OutboxRow, {
      where: { relayedAt: IsNull() },
      order: { sequence: 'ASC' },
      take: batch,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (facts.length === 0) return 0;
    const jobs = facts.flatMap((fact) =>
      jobsOn(fact.event).map((job) => ({
        id: `${fact.id}.${job.name}`,
        outboxId: fact.id,
        name: job.name,
        state: 'queued' as const,
      })),
    );
    if (jobs.length > 0) await manager.createQueryBuilder().insert().into(JobRow).values(jobs).orIgnore().execute();
    await manager.update(OutboxRow, { id: In(facts.map((fact) => fact.id)) }, { relayedAt: this.clock.now() });
    return facts.length;
  }

  /** Then they are queued and marked. A crash between the two queues them again under the same ids: the queue ignores those it has. */
  private async queueJobs(manager: EntityManager, enqueue: Enqueue): Promise<number> {
    const jobs = await manager.find(JobRow, {
      where: { state: 'queued', queuedAt: IsNull() },
      order: { id: 'ASC' },
      take: batch,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (jobs.length === 0) return 0;
    await enqueue(jobs);
    await manager.update(JobRow, { id: In(jobs.map((job) => job.id)) }, { queuedAt: this.clock.now() });
    return jobs.length;
  }

  /** Queues again the jobs that have been waiting so long that the queue must have lost them (Redis flushed). */
  async requeueLost(enqueue: Enqueue): Promise<number> {
    const lostBefore = new Date(this.clock.now().getTime() - lostAfterSeconds * 1_000);
    const lost = await this.dataSource.query<{ id: string; name: string }[]>(
      `UPDATE job SET queued_at = $1 WHERE id IN (
         SELECT id FROM job WHERE state = 'queued' AND queued_at < $2 ORDER BY queued_at LIMIT 500 FOR UPDATE SKIP LOCKED
       ) RETURNING id, name`,
      [this.clock.now(), lostBefore],
    );
    const rows = (lost as unknown as [{ id: string; name: string }[], number])[0];
    if (rows.length > 0) await enqueue(rows);
    return rows.length;
  }
}
