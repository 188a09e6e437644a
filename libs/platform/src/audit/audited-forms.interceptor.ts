import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Config } from '../config/config.js';
import { watchDeeds } from './deed-watch.js';
import { reportDebt } from './owed-entry.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Watches every form that is sent: one that succeeds (it answers with a redirect) leaves an audit entry, or says that nothing changed. */
@Injectable()
export class AuditedForms implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'http' | 'graphql'>() === 'graphql') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (safeMethods.has(request.method)) return next.handle();
    return from(this.watched(context, request, next));
  }

  private async watched(context: ExecutionContext, request: FastifyRequest, next: CallHandler): Promise<unknown> {
    const watched = await watchDeeds(() => lastValueFrom(next.handle(), { defaultValue: undefined }));
    const { statusCode } = context.switchToHttp().getResponse<FastifyReply>();
    const succeeded = statusCode >= 300 && statusCode < 400;
    if (succeeded && watched.actions.length === 0 && !watched.changedNothing) {
      const route = `${context.getClass().name}.${context.getHandler().name}`;
      reportDebt(this.config, `${route} left no audit entry`, request.id);
    }
    return watched.answer;
  }
}
