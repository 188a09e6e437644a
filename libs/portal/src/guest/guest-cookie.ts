import { Config } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Longer than any proof holds, so that a phone that is locked for hours can still send what was typed. */
const ageSeconds = 24 * 3600;

/** The cookie of a guest's browser. Not the one of staff: an organiser who opens a guest's link stays signed in. */
@Injectable()
export class GuestCookie {
  constructor(private readonly config: Config) {}

  tokenIn(request: FastifyRequest): string | null {
    return request.cookies?.[this.name] ?? null;
  }

  give(reply: FastifyReply, token: string): void {
    reply.setCookie(this.name, token, { ...this.attributes, maxAge: ageSeconds });
  }

  take(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes);
  }

  /** Browsers take the `__Host-` prefix only over https, and then only from this very host. */
  private get name(): string {
    return this.config.isSecure ? '__Host-tinkuy-guest' : 'tinkuy-guest';
  }

  private get attributes() {
    return { path: '/', httpOnly: true, secure: this.config.isSecure, sameSite: 'lax' as const };
  }
}
