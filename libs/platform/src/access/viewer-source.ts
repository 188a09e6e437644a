import type { Language } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';

/** Tells who sends a request. identity provides the one implementation; platform only needs to ask. */
export abstract class ViewerSource {
  abstract viewerOf(request: FastifyRequest): Promise<Viewer>;

  /** In which language to answer what is the same for everybody; null when the request carries a proof that has to be judged first. */
  abstract publicLanguageOf(request: FastifyRequest): Language | null;
}
