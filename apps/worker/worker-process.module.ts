import { MailSinkModule } from '#communications';
import { WorkerModule } from '#platform';
import { Module } from '@nestjs/common';
import { DomainModule } from '../domain.module.js';

@Module({ imports: [DomainModule, MailSinkModule, WorkerModule] })
export class WorkerProcessModule {}
