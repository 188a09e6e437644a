import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Queue, Worker } from 'bullmq';
import { Config } from '../config/config.js';
import { DatabaseListener } from '../database/listener.js';
import { handlersOf } from '../outbox/handles.js';
import { declaredJobs } from '../outbox/job.js';
import { JobRunner } from './job-runner.js';
import { openQueue, openWorker } from './queue-backend.js';
import { OutboxRelay, type Enqueue } from './relay.js';
import { sweepersOf, type Sweeper } from './sweep.js';

const concurrency = 8;
const attempts = 8;
const relayEverySeconds = 1;
const requeueEverySeconds = 60;

/** The worker process's engine: relays facts, runs jobs, sweeps. Only apps/worker provides it. */
@Injectable()
export class QueueWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(QueueWorker.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private queue: Queue;
  private worker: Worker;
  private stopping = false;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly listener: DatabaseListener,
    private readonly relay: OutboxRelay,
    private readonly runner: JobRunner,
  ) {}

  /** Starts everything. Throws when a declared job lacks its one handler. */
  async start(): Promise<void> {
    const handlers = handlersOf(this.discovery, declaredJobs());
    this.queue = openQueue(this.config);
    this.queue.on('error', (error) => this.logger.warn(`Queue: ${error.message}`));
    await this.queue.waitUntilReady();
    this.worker = openWorker(this.config, (job) => this.runner.run(String(job.id), handlers), concurrency);
    this.worker.on('error', (error) => this.logger.warn(`Worker: ${error.message}`));
    this.worker.on('failed', (job, error) => {
      if (job) void this.note(String(job.id), error, job.attemptsMade >= attempts);
    });
    await this.worker.waitUntilReady();
    void this.worker.run();
    await this.listener.listen('outbox', () => void this.once('relay', () => this.drain()));
    this.every({ name: 'relay', everySeconds: relayEverySeconds, sweep: () => this.drain() });
    this.every({ name: 'requeue', everySeconds: requeueEverySeconds, sweep: () => this.requeue() });
    for (const sweeper of sweepersOf(this.discovery)) this.every(sweeper);
  }

  private readonly enqueue: Enqueue = async (jobs) => {
    const options = {
      attempts,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: true,
      removeOnFail: true,
    };
    await this.queue.addBulk(jobs.map(({ id, name }) => ({ name, data: { id }, opts: { ...options, jobId: id } })));
  };

  private async drain(): Promise<void> {
    await this.relay.drain(this.enqueue);
  }

  private async requeue(): Promise<void> {
    await this.relay.requeueLost(this.enqueue);
  }

  private async note(id: string, error: Error, last: boolean): Promise<void> {
    try {
      await this.runner.failed(id, error, last);
    } catch (fault) {
      this.logger.error({ message: 'Could not note a failed job', job: id, error: (fault as Error).message });
    }
  }

  /** The first round begins at once: what waited while no worker ran has waited long enough. */
  private every(sweeper: Sweeper): void {
    const round = () => void this.once(sweeper.name, () => sweeper.sweep());
    this.timers.push(setInterval(round, sweeper.everySeconds * 1_000));
    round();
  }

  private readonly again = new Set<string>();

  /** Never two rounds of the same sweep at once in this process; a call during a round asks for one more after it. */
  private async once(name: string, round: () => Promise<void>): Promise<void> {
    if (this.stopping) return;
    if (this.running.has(name)) {
      this.again.add(name);
      return;
    }
    const current = this.guarded(name, round);
    this.running.set(name, current);
    await current;
    this.running.delete(name);
    if (this.again.delete(name)) await this.once(name, round);
  }

  private async guarded(name: string, round: () => Promise<void>): Promise<void> {
    try {
      await round();
    } catch (error) {
      this.logger.warn(`${name} will be tried again: ${(error as Error).message}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
    await this.worker?.close();
    await this.queue?.close();
  }
}
