import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { GraphqlContext } from '../access/rule.js';
import { watchDeeds } from './deed-watch.js';
import { debtOf } from './owed-entry.js';

/** Watches every mutation of the schema: one that succeeds without its audit entry is reported. */
export function auditMutations(
  schema: GraphQLSchema,
  report: (debt: string, requestId: string) => void,
): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source: unknown, args: Record<string, unknown>, context: GraphqlContext, info) => {
      const watched = await watchDeeds(() => resolve(source, args, context, info));
      const debt = debtOf(field.name, watched);
      if (debt) report(debt, context.viewer.requestId);
      return watched.answer;
    };
  }
  return schema;
}
