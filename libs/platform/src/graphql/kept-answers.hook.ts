import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
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
    const etag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    this.answers.keep(key, { body: Buffer.from(payload), contentType, etag, sources });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!isGraphql(request.url)) return undefined;
    const key = this.keyOf(request);
    const kept = key && (await this.answers.find(key));
    if (!kept) return undefined;
    reply.header('Vary', 'Accept-Language, Cookie, Accept-Encoding');
    if (request.method === 'GET') {
      reply.header('Cache-Control', 'public, no-cache').header('ETag', kept.etag);
      if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send();
    }
    const { body, encoding } = this.answers.bodyFor(kept, request.headers['accept-encoding']);
    if (encoding) reply.header('Content-Encoding', encoding);
    return reply.header('Content-Type', kept.contentType).send(body);
  }

  /** Null for a request that must take the long way: of another shape, or with a proof of identity that has to be judged. */
  private keyOf(request: FastifyRequest): string | null {
    const operation = request.method === 'POST' ? bodyOf(request) : request.method === 'GET' ? queryOf(request) : null;
    if (typeof operation?.query !== 'string') return null;
    const language = this.viewers.publicLanguageOf(request);
    if (language === null) return null;
    const { operationName, variables, query } = operation;
    return JSON.stringify([request.method, language, request.headers.accept, operationName, variables, query]);
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

/** A GET needs the header by which the server tells that no foreign page could have sent it. */
function queryOf({ headers, query }: FastifyRequest): Operation | null {
  const asked = query as Operation & { extensions?: unknown };
  return headers['apollo-require-preflight'] && asked.extensions === undefined ? asked : null;
}
