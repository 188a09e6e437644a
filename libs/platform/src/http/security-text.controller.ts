import { Clock } from '#kernel';
import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Viewerless } from '../access/page-guard.js';
import { Allow } from '../access/rule.js';
import { Config } from '../config/config.js';

const month = 30 * 24 * 3_600_000;

/** To whom a hole is reported (RFC 9116). */
@Allow('public')
@Viewerless()
@Controller('.well-known')
export class SecurityTextController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('security.txt')
  @Header('Cache-Control', 'public, max-age=86400')
  async text(@Res() reply: FastifyReply): Promise<void> {
    const expires = new Date(this.clock.now().getTime() + 6 * month).toISOString();
    const lines = [
      `Contact: ${this.config.securityContact}`,
      `Expires: ${expires}`,
      'Preferred-Languages: es, en',
      `Canonical: ${this.config.publicUrl}/.well-known/security.txt`,
    ];
    await reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  }
}
