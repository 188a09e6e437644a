import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { createHash } from 'node:crypto';
import { Kind } from 'graphql';
import type { RequestContext } from './request-context.js';
import type { KeptAnswersHook } from './kept-answers.hook.js';
import type { KeptAnswers } from './kept-answers.js';

/**
 * Keeps the answer of a query of which every root field named its source, and which went through without an error. One root field
 * without a source (anything that is not published data) keeps the whole answer out.
 */
export function keepAnswers(answers: KeptAnswers, hook: KeptAnswersHook): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ contextValue, operation, response }) {
      const { sources, request, viewer } = contextValue;
      if (operation?.operation !== 'query' || sources.length === 0 || response.body.kind !== 'single') return;
      const fields = operation.selectionSet.selections;
      const isWhole = fields.every(({ kind }) => kind === Kind.FIELD) && fields.length === sources.length;
      if (!isWhole || response.body.singleResult.errors || viewer.kind === 'link') return;
      const key = hook.keyOf(request);
      const contentType = response.http.headers.get('content-type');
      if (!key || !contentType) return;
      const body = `${JSON.stringify({ data: response.body.singleResult.data })}\n`;
      const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      answers.keep(key, { body, contentType, etag, sources });
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
