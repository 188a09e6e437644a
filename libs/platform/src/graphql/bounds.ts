import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';

/**
 * Bounds on what one request may ask, all refused before a resolver runs. Depth counts nested selections; cost multiplies with depth;
 * aliases count every repeated field, `__typename` too.
 */
const armor = new ApolloArmor({
  blockFieldSuggestion: { enabled: true },
  costLimit: {
    enabled: true,
    maxCost: 8_000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.5,
    ignoreIntrospection: true,
  },
  maxAliases: { enabled: true, n: 15, allowList: [] },
  maxDepth: { enabled: true, n: 12, ignoreIntrospection: true },
  maxDirectives: { enabled: true, n: 5 },
  // The parser counts tokens itself; the armour's way answers a syntax error as if it were our fault.
  maxTokens: { enabled: false },
});

const protection = armor.protect();

export const boundRules = () => protection.validationRules;

/** The armour's types are of Apollo's CommonJS build, ours of its ES modules: the same plugin at run time. */
export const boundPlugins = () => protection.plugins as unknown as ApolloServerPlugin[];

/** Tokens of one operation, counted while it is parsed. */
export const maxTokens = 2_000;
