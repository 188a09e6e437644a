import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { OperationEdge } from './operation-edge.js';
import { TrustedDocuments } from './trusted-documents.js';

/** The key that a program shows; null for whoever shows none. */
export function bearerKeyIn({ headers }: FastifyRequest): string | null {
  return /^Bearer (tk_[\w-]{43})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** Stands before everything else that looks at an operation, the kept answers too. */
@Injectable()
export class OperationEdgeHook implements OnModuleInit {
  private readonly edge: OperationEdge;

  constructor(
    private readonly host: HttpAdapterHost,
    config: Config,
    schemas: GraphQLSchemaHost,
    documents: TrustedDocuments,
  ) {
    const trusted = (hash: string) => documents.textOf(hash);
    this.edge = new OperationEdge({ isProduction: config.isProduction, schema: () => schemas.schema, trusted });
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preValidation', async (request, reply) => this.judge(request, reply));
  }

  private async judge(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (request.url.split('?')[0] !== '/graphql') return undefined;
    const { method, body } = request;
    const contentType = request.headers['content-type'] ?? '';
    const hasKey = bearerKeyIn(request) !== null;
    const no = this.edge.refuse({ method, contentType, body, hasKey });
    if (!no) return undefined;
    if (no.status === 405) reply.header('Allow', 'POST');
    const errors = [{ message: no.message, extensions: { code: no.code } }];
    return reply.status(no.status).header('Cache-Control', 'no-store').send({ errors });
  }
}
