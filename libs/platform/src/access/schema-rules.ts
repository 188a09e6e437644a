import {
  defaultFieldResolver,
  GraphQLError,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { satisfies, type AccessRule, type GraphqlContext } from './rule.js';

interface WithAccess {
  access?: AccessRule;
}

const rulesOf = (holder: { extensions?: unknown }): AccessRule | undefined =>
  (holder.extensions as WithAccess | undefined)?.access;

function* fieldsOf(
  schema: GraphQLSchema,
): Generator<{ type: GraphQLObjectType; field: GraphQLField<unknown, GraphqlContext> }> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values<GraphQLField<unknown, GraphqlContext>>(type.getFields())) yield { type, field };
  }
}

/** Every field of the schema with its rule (its own, or its type's); undefined where none is stated. */
export function accessTable(schema: GraphQLSchema): { field: string; rule: AccessRule | undefined }[] {
  return [...fieldsOf(schema)].map(({ type, field }) => ({
    field: `${type.name}.${field.name}`,
    rule: rulesOf(field) ?? rulesOf(type),
  }));
}

/** Refuses a schema in which a field states no rule, and makes every rule hold at run time. */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const naked = accessTable(schema).filter(({ rule }) => rule === undefined);
  if (naked.length > 0) throw new Error(`Fields without an access rule: ${naked.map(({ field }) => field).join(', ')}`);
  for (const { type, field } of fieldsOf(schema)) {
    const rule = rulesOf(field) ?? rulesOf(type);
    if (rule && rule !== 'public') guard(field, rule);
    if (type === schema.getMutationType()) refuseKeys(field);
  }
  return schema;
}

/** Whatever a key opens, it opens for reading. */
function refuseKeys(field: GraphQLField<unknown, GraphqlContext>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const isKey = context.viewer.kind === 'staff' && context.viewer.apiKeyId !== undefined;
    if (isKey) throw new GraphQLError('Not allowed', { extensions: { code: 'FORBIDDEN' } });
    return resolve(source, args, context, info);
  };
}

function guard(field: GraphQLField<unknown, GraphqlContext>, rule: AccessRule): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (satisfies(context.viewer, rule)) return resolve(source, args, context, info);
    const code = context.viewer.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    throw new GraphQLError('Not allowed', { extensions: { code } });
  };
}
