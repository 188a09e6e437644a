import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StepUpNeeded } from '../access/recent-proof.js';
import { NotAllowed, NotFound } from '../access/viewer.js';
import { isTimeOver, TimeOver } from '../database/request-time.js';

/** Files are fetched and sent by programs: what goes wrong is told as JSON, with the codes that GraphQL uses. */
@Catch()
export class SheetErrors implements ExceptionFilter {
  private readonly logger = new Logger('Sheets');

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, code } = answerTo(error, request);
    if (status >= 500) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error({ message: 'A file failed', request: request.id, stack });
    }
    if (reply.sent) return;
    await reply.status(status).header('Cache-Control', 'no-store').send({ code });
  }
}

function answerTo(error: unknown, { viewer }: FastifyRequest): { status: number; code: string } {
  if (error instanceof NotAllowed) {
    const isUnknown = viewer === undefined || viewer.kind === 'anonymous';
    return isUnknown ? { status: 401, code: 'UNAUTHENTICATED' } : { status: 403, code: 'FORBIDDEN' };
  }
  if (error instanceof StepUpNeeded) return { status: 403, code: StepUpNeeded.code };
  if (error instanceof NotFound) return { status: 404, code: 'NOT_FOUND' };
  if (isTimeOver(error)) return { status: 503, code: TimeOver.code };
  return { status: 500, code: 'INTERNAL_SERVER_ERROR' };
}
