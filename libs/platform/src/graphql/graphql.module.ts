import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphqlContext } from '../access/rule.js';
import { enforceAccess } from '../access/schema-rules.js';
import { ViewerSource } from '../access/viewer-source.js';
import { Config } from '../config/config.js';
import { boundPlugins, boundRules } from './bounds.js';
import { BatchLoaders } from './batch-loaders.js';
import { maskedError } from './errors.js';
import { RefusalResolver, RefusalType } from './refusal.type.js';

/** What every resolver can reach: who asks, the loaders of this request, and the key of a repeated submission. */
export interface RequestContext extends GraphqlContext {
  readonly loaders: BatchLoaders;
  readonly idempotencyKey: string | null;
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
}

export function apolloOptions(config: Config, viewers: ViewerSource): ApolloDriverConfig {
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
    transformSchema: enforceAccess,
    validationRules: boundRules(),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ...boundPlugins()],
    formatError: maskedError,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
      viewer: await viewers.viewerOf(request),
      loaders: new BatchLoaders(),
      idempotencyKey: idempotencyKeyOf(request),
      reply,
      request,
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
      inject: [Config, ViewerSource],
      useFactory: apolloOptions,
    }),
  ],
  providers: [RefusalResolver],
})
export class GraphqlModule {}
