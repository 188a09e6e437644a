import type { ApolloServerPlugin } from '@apollo/server';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.js';

/** Lets no field of the schema wait longer than its operation may. */
export function limitTime(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (source, args, context: Partial<RequestContext>, info): unknown => {
        const answer: unknown = resolve(source, args, context, info);
        return answer instanceof Promise && context.deadline ? context.deadline.orOver(answer) : answer;
      };
    }
  }
  return schema;
}

/** Stops the clock of an operation that is answered. */
export function stopDeadlines(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue }) => {
          contextValue.deadline.met();
          return Promise.resolve();
        },
      }),
  };
}
