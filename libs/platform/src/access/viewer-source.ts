import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';

/** Tells who sends a request. identity provides the one implementation; platform only needs to ask. */
export abstract class ViewerSource {
  abstract viewerOf(request: FastifyRequest): Promise<Viewer>;
}
