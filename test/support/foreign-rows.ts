import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** One question to the API, and what it asks for by id; null when it asks for no row in particular. */
export interface Question {
  readonly field: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const deepest = 2;

/** Fields that need no argument, as deep as the bounds allow. */
export function selectionOf(type: GraphQLOutputType, depth = 0): string | null {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  if (isUnionType(named)) {
    const parts = named.getTypes().map((member) => `... on ${member.name} ${selectionOf(member, depth) ?? ''}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(named)) return null;
  const own = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const isLeaf = isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));
    if (!isLeaf && depth >= deepest) return [];
    const inner = selectionOf(field.type, depth + 1);
    return inner === null ? [] : [`${field.name} ${inner}`];
  });
  return own.length > 0 ? `{ ${own.join(' ')} }` : null;
}

/** Some value that the type takes; `id` wherever an id is asked for. */
function valueOf(type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, id);
  if (isListType(type)) return [valueOf(type.ofType, id)];
  if (isEnumType(type)) return type.getValues()[0].name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type, id)]));
  }
  return { ID: id, Int: 50, Float: 1, Boolean: true, String: 'ajeno' }[type.name] ?? '2025-06-20T14:00:00Z';
}

const asksForId = ({ type }: { type: GraphQLInputType }): boolean => getNamedType(type).name === 'ID';

function questionsOf(field: GraphQLField<unknown, unknown>, ids: readonly string[]): Question[] {
  const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  const lookups = field.args.filter(asksForId);
  const wishes = [needed, ...lookups.map((arg) => [...new Set([...needed, arg])])];
  const selection = selectionOf(field.type) ?? '';
  return wishes.flatMap((args, index) => {
    const isLookup = index > 0 || args.some(asksForId);
    const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
    const query = `query ${declared && `(${declared})`} { asked: ${field.name}${passed && `(${passed})`} ${selection} }`;
    return (isLookup ? ids : ids.slice(0, 1)).map((id) => ({
      field: field.name,
      query,
      variables: Object.fromEntries(args.map(({ name, type }) => [name, valueOf(type, id)])),
    }));
  });
}

/** Every list and every lookup by id of the schema, asked for each of the ids. */
export function everyQuestion(schema: GraphQLSchema, ids: readonly string[]): Question[] {
  const fields = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());
  return fields.flatMap((field) => questionsOf(field, ids));
}
