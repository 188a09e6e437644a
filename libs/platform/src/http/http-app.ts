import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/config.js';
import { processConfig } from '../config/process-config.js';
import { takeFiles } from '../sheets/received-file.js';
import { RowScopes } from '../database/row-scopes.js';
import { ProcessLogger } from './process-logger.js';
import { sameOriginOnly } from './same-origin.js';
import { secureHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Runs a step of the request where its own scope is known. */
    inScope: (step: () => void) => void;
  }
}

/** Largest request body, in bytes. Forms and GraphQL operations are far smaller. */
const bodyLimit = 256 * 1024;

/** For the same time a fourteenth fewer bytes than at the usual 4; from 9 on each page would take milliseconds. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The HTTP server underneath, with its limits. */
export function httpAdapter(trustedProxies: readonly string[] = []): FastifyAdapter {
  // Anybody may write X-Forwarded-For: it is believed of the proxies that were named, and of nobody else.
  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  return new FastifyAdapter({ bodyLimit, genReqId: () => randomUUID(), requestTimeout: 30_000, trustProxy });
}

/** Adds cookies, the refusal of foreign forms and the security headers to an application that is made but not yet initialised. */
export async function equipHttp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  asRequests(fastify, app.get(RowScopes));
  await fastify.register(cookie);
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions });
  takeFiles(fastify);
  fastify.addHook('onRequest', sameOriginOnly(app.get(Config).publicUrl));
  await secureHeaders(fastify, app.get(Config).publicUrl);
}

/** The HTTP application of a process, not yet listening. */
export async function createHttpApp(module: Type): Promise<NestFastifyApplication> {
  const options = { logger: new ProcessLogger(), abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    httpAdapter(processConfig().trustedProxies),
    options,
  );
  app.get(RowScopes).serveRequestsOnly();
  await equipHttp(app);
  return app;
}

/** Each request asks the database in its viewer's name. A body's parser loses sight of the request: it is found again before the handler. */
function asRequests(fastify: FastifyInstance, scopes: RowScopes): void {
  fastify.decorateRequest('inScope');
  fastify.addHook('onRequest', (request, _, done) => {
    scopes.request(() => {
      request.inScope = AsyncLocalStorage.snapshot();
      done();
    });
  });
  fastify.addHook('preValidation', (request, _, done) => request.inScope(done));
}
