import type { FastifyRequest } from 'fastify';

/** From where somebody signs in or proves who they are. */
export interface SessionOrigin {
  /** The network address of the client. */
  readonly address: string;
  /** What the browser says of itself. */
  readonly userAgent?: string;
}

export function originOf(request: FastifyRequest): SessionOrigin {
  return { address: request.ip, userAgent: request.headers['user-agent'] };
}
