import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { enforceAccess } from '../access/schema-rules.js';
import { ViewerSource } from '../access/viewer-source.js';
import { auditMutations } from '../audit/audited-mutations.js';
import { reportDebt } from '../audit/owed-entry.js';
import { Config } from '../config/config.js';
import { RowScopes } from '../database/row-scopes.js';
import { maskPersonal } from '../personal/personal-fields.js';
import { bounds } from './operation-bounds.js';
import { OperationEdgeHook } from './operation-edge.hook.js';
import { TrustedDocuments } from './trusted-documents.js';
import { BatchLoaders } from './batch-loaders.js';
import { Deadline } from './deadline.js';
import { maskedError } from './errors.js';
import { KeptAnswers } from './kept-answers.js';
import { KeptAnswersHook } from './kept-answers.hook.js';
import { markKeepableAnswers } from './kept-answers.plugin.js';
import { limitTime, stopDeadlines } from './operation-limit.js';
import type { RequestContext } from './request-context.js';
import { RefusalResolver, RefusalType } from './refusal.type.js';

export function apolloOptions(config: Config, viewers: ViewerSource, scopes: RowScopes): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { orphanedTypes: [RefusalType] },
    path: '/graphql',
    graphiql: false,
    playground: false,
    introspection: !config.isProduction,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: config.isProduction,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    fieldResolverEnhancers: [],
    transformSchema: (schema) =>
      limitTime(
        auditMutations(maskPersonal(enforceAccess(schema)), (debt, requestId) => reportDebt(config, debt, requestId)),
      ),
    parseOptions: { maxTokens: bounds.tokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      markKeepableAnswers(),
      stopDeadlines(),
    ],
    formatError: maskedError,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
      viewer: await viewers.viewerOf(request),
      loaders: new BatchLoaders(),
      idempotencyKey: idempotencyKeyOf(request),
      reply,
      request,
      sources: [],
      deadline: new Deadline(config, scopes.time()),
    }),
  };
}

function idempotencyKeyOf(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' && /^[\w-]{8,100}$/.test(header) ? header : null;
}

@Global()
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config, ViewerSource, RowScopes],
      useFactory: apolloOptions,
    }),
  ],
  providers: [RefusalResolver, TrustedDocuments, OperationEdgeHook, KeptAnswers, KeptAnswersHook],
  exports: [TrustedDocuments],
})
export class GraphqlModule {}
