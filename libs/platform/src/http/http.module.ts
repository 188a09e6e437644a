import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PageGuard } from '../access/page-guard.js';
import { AuditedForms } from '../audit/audited-forms.interceptor.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';
import { SecurityTextController } from './security-text.controller.js';

@Module({
  controllers: [HealthController, SecurityTextController],
  providers: [
    Readiness,
    { provide: APP_GUARD, useClass: PageGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditedForms },
  ],
  exports: [Readiness],
})
export class HttpModule {}
