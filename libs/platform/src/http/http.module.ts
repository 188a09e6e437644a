import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PageGuard } from '../access/page-guard.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

@Module({
  controllers: [HealthController],
  providers: [Readiness, { provide: APP_GUARD, useClass: PageGuard }],
  exports: [Readiness],
})
export class HttpModule {}
