import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Viewerless } from '../access/page-guard.js';
import { Allow } from '../access/rule.js';
import { Readiness } from './readiness.js';

@Allow('public')
@Viewerless()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The process can answer: 503 while the database is away or the process is shutting down. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const fault = await this.readiness.fault();
    await reply.status(fault ? 503 : 200).send({ status: fault ? 'not ready' : 'ready', ...(fault && { fault }) });
  }
}
