import { ViewerSource, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

@Injectable()
export class CookieViewerSource extends ViewerSource {
  viewerOf(request: FastifyRequest): Promise<Viewer> {
    return Promise.resolve({ kind: 'anonymous', language: 'es', requestId: request.id });
  }
}
