import { isRefusal, wordsOf, type Language, type Refusal } from '#kernel';
import { bearerKeyIn, RowScopes, ViewerSource, type AnonymousViewer, type LinkViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { ApiKeyViewer } from '../api-keys/api-key-viewer.js';
import { LinkService } from '../links/link.service.js';
import { linkRefusals } from '../links/signed-link.rules.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionService } from '../sessions/session.service.js';
import { languageOf } from './viewer-language.js';

/** By which a program may act as a party in GraphQL: the token of a signed link. Browsers never send it by themselves. */
const linkHeader = 'x-tinkuy-link';

@Injectable()
export class CookieViewerSource extends ViewerSource {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionService,
    private readonly links: LinkService,
    private readonly scopes: RowScopes,
    private readonly keys: ApiKeyViewer,
  ) {
    super();
  }

  async viewerOf(request: FastifyRequest): Promise<Viewer> {
    const anyone: AnonymousViewer = {
      kind: 'anonymous',
      language: wishedLanguage(request),
      requestId: request.id,
      cameFrom: { address: request.ip, agent: request.headers['user-agent']?.slice(0, 300) ?? null },
    };
    const key = isGraphql(request) ? bearerKeyIn(request) : null;
    if (key !== null) return this.program(key, anyone);
    const linkToken = request.headers[linkHeader];
    if (typeof linkToken === 'string' && isGraphql(request)) return this.party(linkToken, anyone);
    const token = this.cookie.tokenIn(request);
    const viewer = (token && (await this.sessions.viewerOf(token, anyone))) || anyone;
    this.scopes.enter(viewer);
    return viewer;
  }

  /** A session's cookie opens nothing that is public already; a link's token that is wrong or over must be refused. */
  publicLanguageOf(request: FastifyRequest): Language | null {
    return linkHeader in request.headers || 'authorization' in request.headers ? null : wishedLanguage(request);
  }

  private async program(token: string, anyone: AnonymousViewer): Promise<Viewer> {
    const viewer = await this.keys.of(token, anyone);
    if (!viewer)
      throw new GraphQLError('No such key', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
    this.scopes.enter(viewer);
    return viewer;
  }

  private async party(token: string, anyone: AnonymousViewer): Promise<Viewer> {
    const opened = await this.links.open(token, anyone);
    const viewer = isRefusal(opened) ? opened : await this.unlessClaimed(opened);
    if (!isRefusal(viewer)) return viewer;
    const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
    throw new GraphQLError(wordsOf(viewer, anyone.language), { extensions });
  }

  /** Once a browser has used the link, its token alone proves nothing: a program has no way to type the code. */
  private async unlessClaimed(viewer: LinkViewer): Promise<LinkViewer | Refusal> {
    const { isUnclaimed, personId } = await this.links.holdingOf(viewer.linkId);
    return isUnclaimed || personId === null ? viewer : linkRefusals.LINK_NEEDS_CODE();
  }
}

function isGraphql(request: FastifyRequest): boolean {
  return request.url.split('?')[0] === '/graphql';
}

function wishedLanguage(request: FastifyRequest) {
  return languageOf({
    query: (request.query as Record<string, unknown> | undefined)?.['lang'],
    cookie: request.cookies?.['lang'],
    acceptLanguage: request.headers['accept-language'],
  });
}
