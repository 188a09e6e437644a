import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { bounds, weigh, type Weight } from './operation-bounds.js';

/** A request that goes no further. */
export interface Turned {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What a request carries, as far as the edge judges it. */
export interface EdgeRequest {
  readonly method: string;
  readonly contentType: string;
  readonly body: unknown;
  /** It shows a key, whose worth is judged later. */
  readonly hasKey: boolean;
}

export interface EdgeRules {
  readonly isProduction: boolean;
  readonly schema: () => GraphQLSchema;
  readonly trusted: (hash: string) => string | null;
}

const fields = new Set(['query', 'documentId', 'operationName', 'variables', 'extensions']);
const turned = (status: number, code: string, message: string): Turned => ({ status, code, message });
const mostKept = 500;

/** Judges an operation by its text alone, before anybody is asked who sends it: what is refused here has cost no statement. */
export class OperationEdge {
  private readonly judged = new Map<string, Weight | Turned>();

  constructor(private readonly rules: EdgeRules) {}

  /** Null when the request may pass. A trusted document's text is put in the place of its hash. */
  refuse({ method, contentType, body, hasKey }: EdgeRequest): Turned | null {
    if (method !== 'POST') return turned(405, 'METHOD_NOT_ALLOWED', 'Send operations with POST.');
    if (contentType.split(';')[0].trim().toLowerCase() !== 'application/json')
      return turned(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send operations as application/json.');
    const asked = operationIn(body);
    if ('code' in asked) return asked;
    const text = this.textOf(asked, hasKey);
    if (typeof text !== 'string') return text;
    const weight = this.weightOf(text);
    return 'code' in weight ? weight : this.tooHeavy(weight, asked.variables ?? {});
  }

  private textOf(asked: Asked, hasKey: boolean): string | Turned {
    if (asked.documentId !== undefined) {
      const text = this.rules.trusted(asked.documentId);
      if (text === null) return turned(400, 'DOCUMENT_UNKNOWN', 'No such document: load the panel again.');
      delete asked.documentId;
      return (asked.query = text);
    }
    if (this.rules.isProduction && !hasKey) {
      const message = 'Operations of your own need an API key: Authorization: Bearer …';
      return turned(401, 'KEY_NEEDED', message);
    }
    return asked.query ?? turned(400, 'BAD_REQUEST', 'The body needs `query` or `documentId`.');
  }

  private weightOf(text: string): Weight | Turned {
    const known = this.judged.get(text);
    if (known) return known;
    const weight = this.weigh(text);
    if (this.judged.size >= mostKept) this.judged.delete(this.judged.keys().next().value ?? '');
    this.judged.set(text, weight);
    return weight;
  }

  private weigh(text: string): Weight | Turned {
    if (text.length > bounds.characters)
      return turned(400, 'TOO_LONG', `An operation has at most ${bounds.characters} characters.`);
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: bounds.tokens, noLocation: true });
    } catch (error) {
      return turned(400, 'GRAPHQL_PARSE_FAILED', (error as Error).message);
    }
    return (
      weigh(this.rules.schema(), document) ?? turned(400, 'FRAGMENTS_CIRCULAR', 'Fragments may not contain themselves.')
    );
  }

  private tooHeavy(weight: Weight, variables: Readonly<Record<string, unknown>>): Turned | null {
    for (const name of ['depth', 'aliases', 'directives'] as const)
      if (weight[name] > bounds[name])
        return turned(
          400,
          'TOO_HEAVY',
          `An operation has at most ${bounds[name]} of ${name}; this one has ${weight[name]}.`,
        );
    const cost = weight.cost(variables);
    if (cost > bounds.cost)
      return turned(
        400,
        'TOO_HEAVY',
        `An operation may ask at most ${bounds.cost} fields, rows counted; this one asks ${cost}.`,
      );
    if (weight.introspects && this.rules.isProduction)
      return turned(400, 'INTROSPECTION_OFF', 'The schema is in the repository: apps/api/schema.graphql.');
    return null;
  }
}

interface Asked {
  query?: string;
  documentId?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

function operationIn(body: unknown): Asked | Turned {
  const bad = (message: string) => turned(400, 'BAD_REQUEST', message);
  if (Array.isArray(body)) return bad('One operation per request.');
  if (typeof body !== 'object' || body === null) return bad('The body is a JSON object.');
  const stranger = Object.keys(body).find((name) => !fields.has(name));
  if (stranger !== undefined) return bad('The body has a field that is not known here.');
  const { query, documentId, variables } = body as Record<string, unknown>;
  if (query !== undefined && typeof query !== 'string') return bad('`query` is a text.');
  if (documentId !== undefined && typeof documentId !== 'string') return bad('`documentId` is a text.');
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables)))
    return bad('`variables` is an object.');
  return body;
}
