import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRunner } from './job-runner.js';
import { OutboxRelay } from './relay.js';
import { QueueWorker } from './worker.js';

@Module({
  imports: [DiscoveryModule],
  providers: [JobRunner, OutboxRelay, QueueWorker],
  exports: [QueueWorker],
})
export class WorkerModule {}
