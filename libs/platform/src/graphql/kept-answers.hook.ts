import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ViewerSource } from '../access/viewer-source.js';
import { KeptAnswers, type AnswerSource } from './kept-answers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when the answer may be kept: what all of it was made of. */
    answerSources?: readonly AnswerSource[];
  }
}

interface Operation {
  readonly query: string;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/**
 * Answers a repeated public operation before GraphQL sees it. The key is the operation's text with everything else that the answer
 * depends on, so that only a request that was parsed, validated, bounded and allowed once, word for word, is answered from here.
 */
@Injectable()
export class KeptAnswersHook implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly answers: KeptAnswers,
    private readonly viewers: ViewerSource,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preHandler', (request, reply) => this.answer(request, reply));
    fastify.addHook('onSend', (request, reply, payload) => this.keep(request, reply, payload));
  }

  /** Keeps the very text that goes out, before it is compressed. */
  private async keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
    const sources = request.answerSources;
    if (!sources || typeof payload !== 'string' || reply.statusCode !== 200) return;
    const key = this.keyOf(request);
    const contentType = reply.getHeader('content-type');
    if (!key || typeof contentType !== 'string' || reply.hasHeader('content-encoding')) return;
    this.answers.keep(key, { body: Buffer.from(payload), contentType, sources });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!isGraphql(request.url)) return undefined;
    const key = this.keyOf(request);
    const kept = key && (await this.answers.find(key));
    if (!kept) return undefined;
    reply.header('Vary', 'Accept-Language, Cookie, Accept-Encoding');
    const { body, encoding } = this.answers.bodyFor(kept, request.headers['accept-encoding']);
    if (encoding) reply.header('Content-Encoding', encoding);
    return reply.header('Content-Type', kept.contentType).send(body);
  }

  /** Null for a request that must take the long way: of another shape, or with a proof of identity that has to be judged. */
  private keyOf(request: FastifyRequest): string | null {
    const operation = bodyOf(request);
    if (typeof operation?.query !== 'string') return null;
    const language = this.viewers.publicLanguageOf(request);
    if (language === null) return null;
    const { operationName, variables, query } = operation;
    return JSON.stringify([language, request.headers.accept, operationName, variables, query]);
  }
}

function isGraphql(url: string): boolean {
  return url === '/graphql' || url.startsWith('/graphql?');
}

function bodyOf({ headers, body, url }: FastifyRequest): Operation | null {
  const isJson = headers['content-type']?.startsWith('application/json') && url === '/graphql';
  if (!isJson || typeof body !== 'object' || body === null || 'extensions' in body) return null;
  return body as Operation;
}
