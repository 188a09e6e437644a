import type { FastifyReply, FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** GraphQL refuses cross-site requests by itself: it takes only bodies that a foreign form cannot send. */
const ownProtection = '/graphql';

export interface Origins {
  /** `same-origin`, `same-site`, `cross-site` or `none`; browsers set it and pages cannot. */
  readonly fetchSite?: string;
  readonly origin?: string;
  readonly host?: string;
}

/**
 * Whether a form was sent from a page of ours. Browsers say so in Sec-Fetch-Site or, the older ones and on plain http, in Origin; a
 * client that says neither is no browser, and carries nobody's cookie.
 */
export function comesFromHere({ fetchSite, origin, host }: Origins, publicUrl: string): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses what changes something and was sent from another site's page, before its body is read. */
export function sameOriginOnly(publicUrl: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (safeMethods.has(request.method) || request.url.split('?')[0] === ownProtection) return;
    const { origin, host } = request.headers;
    const fetchSite = request.headers['sec-fetch-site'];
    if (comesFromHere({ fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined, origin, host }, publicUrl))
      return;
    await reply.status(403).type('text/plain; charset=utf-8').send(refusal);
  };
}

const refusal = `Este formulario se envió desde otro sitio y no se aceptó. Abra la página en Tinkuy y envíelo desde allí.
This form was sent from another site and was not accepted. Open the page in Tinkuy and send it from there.
`;
