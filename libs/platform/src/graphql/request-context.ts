import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphqlContext } from '../access/rule.js';
import { BatchLoaders } from './batch-loaders.js';
import type { Deadline } from './deadline.js';
import type { AnswerSource } from './kept-answers.js';

/** What every resolver can reach: who asks, the loaders of this request, and the key of a repeated submission. */
export interface RequestContext extends GraphqlContext {
  readonly loaders: BatchLoaders;
  readonly idempotencyKey: string | null;
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
  /** A root field that answers nothing but published data, the same for everybody, adds what it was made of. */
  readonly sources: AnswerSource[];
  readonly deadline: Deadline;
}
