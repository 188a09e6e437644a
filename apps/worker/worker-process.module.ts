import { WorkerModule } from '#platform';
import { Module } from '@nestjs/common';
import { DomainModule } from '../domain.module.js';

@Module({ imports: [DomainModule, WorkerModule] })
export class WorkerProcessModule {}
