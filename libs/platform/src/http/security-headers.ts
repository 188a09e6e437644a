import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const years2 = 2 * 365 * 24 * 3600;

/** What a page of ours may load: nothing from elsewhere, and no script that stands in the page itself. */
export function contentSecurity(
  more: { readonly styles?: string; readonly images?: string; readonly fonts?: string } = {},
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self'${more.styles ? ` ${more.styles}` : ''}`,
    // Widths and places of single elements, computed by us; an attribute loads and runs nothing.
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${more.images ? ` ${more.images}` : ''}`,
    `font-src 'self'${more.fonts ? ` ${more.fonts}` : ''}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const usual = contentSecurity();

/** The headers that every answer carries; a page may have set its own content policy before. */
export async function secureHeaders(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  const isHttps = publicUrl.startsWith('https:');
  await fastify.register(helmet, {
    contentSecurityPolicy: false,
    hsts: isHttps && { maxAge: years2, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
    // Not no-referrer: with it browsers hide the origin of our own forms too. Links in paths still leave to no other site.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Over plain http, as on a laptop, browsers ignore these and complain.
    crossOriginOpenerPolicy: isHttps || isLocal(publicUrl) ? { policy: 'same-origin' } : false,
    originAgentCluster: isHttps,
  });
  fastify.addHook('onSend', remainingHeaders);
}

function isLocal(publicUrl: string): boolean {
  return ['localhost', '127.0.0.1'].includes(new URL(publicUrl).hostname);
}

async function remainingHeaders(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!reply.hasHeader('Content-Security-Policy')) reply.header('Content-Security-Policy', usual);
  reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  // What does not say that it may be kept is somebody's.
  if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
}
