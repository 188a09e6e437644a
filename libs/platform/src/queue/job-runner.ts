import { Clock } from '#kernel';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork, type Work } from '../database/unit-of-work.js';
import type { Facts } from '../outbox/domain-event.js';
import type { JobHandler } from '../outbox/handles.js';
import { JobRow } from '../outbox/job.entity.js';
import { declaredJobs } from '../outbox/job.js';
import { OutboxRow } from '../outbox/outbox.entity.js';

/** Carries out one queued job by its id. At-least-once delivery becomes exactly-once effect by the job's own row. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(id: string, handlers: ReadonlyMap<string, JobHandler>): Promise<void> {
    const job = await this.dataSource.getRepository(JobRow).findOneBy({ id });
    if (!job) throw new Error(`Job ${id} has no row yet`);
    if (job.state === 'done') return;
    const handler = handlers.get(job.name);
    if (!handler) throw new Error(`Job ${id} has no handler`);
    const facts = await this.factsOf(job.outboxId);
    if (declaredJobs().find(({ name }) => name === job.name)?.transactional) await this.inside(job, handler, facts);
    else await this.outside(job, handler, facts);
  }

  /** Keeps the reason of a failure where an organiser can see it. `last`: the queue will not try again. */
  async failed(id: string, error: Error, last: boolean): Promise<void> {
    const { message, stack } = error;
    if (last) this.logger.error({ message: 'Job failed for good', job: id, error: message, stack });
    else this.logger.warn({ message: 'Job failed and will be tried again', job: id, error: message });
    const change = { lastError: message, attempts: () => 'attempts + 1' };
    await this.dataSource
      .getRepository(JobRow)
      .update({ id }, last ? { ...change, state: 'failed', endedAt: this.clock.now() } : change);
  }

  private async factsOf(outboxId: string): Promise<Facts> {
    const row = await this.dataSource.getRepository(OutboxRow).findOneByOrFail({ id: outboxId });
    return row.facts;
  }

  /** The job's row is locked and marked done in the same transaction as its effect: a second delivery finds it done. */
  private async inside(job: JobRow, handler: JobHandler, facts: Facts): Promise<void> {
    await this.unitOfWork.run(async (work: Work) => {
      const row = await work.manager.findOneOrFail(JobRow, {
        where: { id: job.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (row.state === 'done') return;
      await handler(facts, work);
      await this.done(work.manager, job);
    });
  }

  private async outside(job: JobRow, handler: JobHandler, facts: Facts): Promise<void> {
    await handler(facts);
    await this.done(this.dataSource.manager, job);
  }

  private async done(manager: EntityManager, job: JobRow): Promise<void> {
    await manager.update(JobRow, { id: job.id }, { state: 'done', endedAt: this.clock.now(), lastError: null });
  }
}
