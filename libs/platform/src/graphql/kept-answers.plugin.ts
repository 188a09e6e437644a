import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import { Kind, OperationTypeNode } from 'graphql';
import type { RequestContext } from './request-context.js';

type Sent = GraphQLRequestContextWillSendResponse<RequestContext>;

const listener: GraphQLRequestListener<RequestContext> = {
  async willSendResponse(sent) {
    if (isPublished(sent)) sent.contextValue.request.answerSources = sent.contextValue.sources;
  },
};

/**
 * Marks the answer of a query of which every root field named its source, and which went through without an error. One root field
 * without a source (anything that is not published data) keeps the whole answer out, and so does a variable that the operation does
 * not declare: made-up ones would fill the memory with copies.
 */
export function markKeepableAnswers(): ApolloServerPlugin<RequestContext> {
  return { requestDidStart: () => Promise.resolve(listener) };
}

function isPublished({ contextValue, operation, request, response }: Sent): boolean {
  if (
    operation?.operation !== OperationTypeNode.QUERY ||
    response.body.kind !== 'single' ||
    response.body.singleResult.errors
  ) {
    return false;
  }
  const fields = operation.selectionSet.selections;
  const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return (
    contextValue.sources.length > 0 &&
    fields.length === contextValue.sources.length &&
    fields.every(({ kind }) => kind === Kind.FIELD) &&
    Object.keys(request.variables ?? {}).every((name) => declared.includes(name))
  );
}
