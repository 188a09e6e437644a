import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  OperationTypeNode,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one request may ask at most. */
export const bounds = {
  depth: 12,
  aliases: 15,
  directives: 5,
  cost: 10_000,
  characters: 20_000,
  tokens: 2_000,
} as const;

/** Rows that a list without `first` is reckoned to have. */
const usualRows = 10;

export interface Weight {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly introspects: boolean;
  readonly mutates: boolean;
  /** Fields that an answer has at most; depends on the variables where a list's length does. */
  cost(variables: Readonly<Record<string, unknown>>): number;
}

/** Weighs a document as it would be run: a fragment counts wherever it is spread. Null when fragments go in a circle. */
export function weigh(schema: GraphQLSchema, document: DocumentNode): Weight | null {
  return new Scale(schema, document).weigh();
}

interface Load {
  depth: number;
  aliases: number;
  directives: number;
  introspects: boolean;
  cost: (variables: Readonly<Record<string, unknown>>) => number;
}

const nothing: Load = { depth: 0, aliases: 0, directives: 0, introspects: false, cost: () => 0 };

class CircularFragments extends Error {}

class Scale {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly loads = new Map<string, Load | 'being weighed'>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
  }

  weigh(): Weight | null {
    try {
      const operations = this.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
      const loads = operations.map((node) => {
        const load = this.ofSelections(node.selectionSet, this.schema.getRootType(node.operation) ?? undefined);
        return { ...load, directives: load.directives + (node.directives?.length ?? 0) };
      });
      const mutates = operations.some(({ operation }) => operation === OperationTypeNode.MUTATION);
      return { ...added(loads), mutates };
    } catch (error) {
      if (error instanceof CircularFragments) return null;
      throw error;
    }
  }

  private ofSelections(node: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): Load {
    const selections = node?.selections ?? [];
    const repeated = { ...nothing, aliases: repetitionsIn(selections) };
    return added([
      repeated,
      ...selections.map((selection) => {
        const own = { ...nothing, directives: selection.directives?.length ?? 0 };
        if (selection.kind === Kind.FIELD) return together(own, this.ofField(selection, type));
        if (selection.kind === Kind.FRAGMENT_SPREAD) return together(own, this.ofFragment(selection.name.value));
        const on = selection.typeCondition ? this.schema.getType(selection.typeCondition.name.value) : type;
        return together(own, this.ofSelections(selection.selectionSet, on));
      }),
    ]);
  }

  private ofFragment(name: string): Load {
    const known = this.loads.get(name);
    if (known === 'being weighed') throw new CircularFragments();
    const fragment = this.fragments.get(name);
    if (known) return known;
    if (!fragment) return added([]);
    this.loads.set(name, 'being weighed');
    const load = this.ofSelections(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value));
    this.loads.set(name, load);
    return load;
  }

  private ofField(node: FieldNode, type: GraphQLNamedType | undefined): Load {
    const name = node.name.value;
    const introspects = name === '__schema' || name === '__type';
    const aliases = node.alias ? 1 : 0;
    // The schema tells nobody's data, and its own queries are deep: whether it may be asked at all is judged elsewhere.
    if (introspects) return { depth: 1, aliases, directives: 0, introspects, cost: () => 1 };
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const inner = field && getNamedType(field.type);
    const within = this.ofSelections(node.selectionSet, isCompositeType(inner) ? inner : undefined);
    const rows = rowsOf(node, field);
    return {
      ...within,
      depth: within.depth + 1,
      aliases: within.aliases + aliases,
      cost: (given) => 1 + rows(given) * within.cost(given),
    };
  }
}

/** Fields that are said again: without an alias they cost as much as with one. */
function repetitionsIn(selections: readonly SelectionNode[]): number {
  const names = selections.flatMap((node) => (node.kind === Kind.FIELD && !node.alias ? [node.name.value] : []));
  return names.length - new Set(names).size;
}

/** How many rows a field has at most. A page's `edges` are counted where the page is asked for. */
function rowsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
): (variables: Readonly<Record<string, unknown>>) => number {
  const first = field?.args.find(({ name }) => name === 'first');
  if (first) {
    const given = node.arguments?.find(({ name }) => name.value === 'first');
    const usual = typeof first.defaultValue === 'number' ? first.defaultValue : usualRows;
    return (variables) => numberOf(given, variables) ?? usual;
  }
  const isList = field && isListType(getNullableType(field.type));
  return () => (isList && node.name.value !== 'edges' ? usualRows : 1);
}

function numberOf(node: ArgumentNode | undefined, variables: Readonly<Record<string, unknown>>): number | null {
  if (node?.value.kind === Kind.INT) return Math.abs(Number(node.value.value));
  const value = node?.value.kind === Kind.VARIABLE ? variables[node.value.name.value] : null;
  return typeof value === 'number' ? Math.abs(value) : null;
}

function together(one: Load, other: Load): Load {
  return added([one, other]);
}

function added(loads: readonly Load[]): Load {
  const sum = (of: (load: Load) => number) => loads.reduce((total, load) => total + of(load), 0);
  return {
    depth: Math.max(0, ...loads.map(({ depth }) => depth)),
    aliases: sum(({ aliases }) => aliases),
    directives: sum(({ directives }) => directives),
    introspects: loads.some(({ introspects }) => introspects),
    cost: (variables) => sum(({ cost }) => cost(variables)),
  };
}
