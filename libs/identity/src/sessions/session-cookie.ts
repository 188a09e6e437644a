import { Config } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie of a signed-in browser. Over https it carries the `__Host-` prefix, which browsers accept only from this very host and
 * only when it is Secure; plain http (a demo on localhost) cannot have the prefix.
 */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  get name(): string {
    return this.config.isSecure ? '__Host-tinkuy' : 'tinkuy';
  }

  tokenIn(request: FastifyRequest): string | null {
    return request.cookies?.[this.name] ?? null;
  }

  /** Without an age: it ends with the browser, and the session behind it ends by itself before. */
  give(reply: FastifyReply, token: string): void {
    reply.setCookie(this.name, token, this.attributes);
  }

  take(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes);
  }

  /** Between the password and the second factor: the browser holds the token of the pending sign-in. */
  givePending(reply: FastifyReply, pendingToken: string): void {
    reply.setCookie(this.pendingName, pendingToken, { ...this.attributes, sameSite: 'strict', maxAge: 600 });
  }

  pendingTokenIn(request: FastifyRequest): string {
    return request.cookies?.[this.pendingName] ?? '';
  }

  takePending(reply: FastifyReply): void {
    reply.clearCookie(this.pendingName, { ...this.attributes, sameSite: 'strict' });
  }

  /** While its person is at the issuer; lax, since they come back from there. */
  giveJourney(reply: FastifyReply, journey: string): void {
    reply.setCookie(`${this.name}-oidc`, journey, { ...this.attributes, maxAge: 600 });
  }

  journeyIn(request: FastifyRequest): string {
    return request.cookies?.[`${this.name}-oidc`] ?? '';
  }

  takeJourney(reply: FastifyReply): void {
    reply.clearCookie(`${this.name}-oidc`, this.attributes);
  }

  private get pendingName(): string {
    return `${this.name}-paso`;
  }

  private get attributes() {
    return { path: '/', httpOnly: true, secure: this.config.isSecure, sameSite: 'lax' as const };
  }
}
