interface GraphqlRequest {
  readonly variables?: Record<string, unknown>;
  /** The session cookie, as sign-in set it: `tinkuy=...`. */
  readonly cookie?: string;
  /** The token of a signed link. */
  readonly link?: string;
  readonly idempotencyKey?: string;
}

export interface GraphqlAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors?: { message: string; path?: string[]; extensions: { code: string } }[];
  readonly headers: Headers;
}

/** Sends one operation over HTTP, as a browser or an integrator would. */
export async function graphql<T>(url: string, query: string, request: GraphqlRequest = {}): Promise<GraphqlAnswer<T>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (request.cookie) headers['cookie'] = request.cookie;
  if (request.link) headers['x-tinkuy-link'] = request.link;
  if (request.idempotencyKey) headers['idempotency-key'] = request.idempotencyKey;
  const body = JSON.stringify({ query, variables: request.variables });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const answer = (await response.json()) as Omit<GraphqlAnswer<T>, 'status' | 'headers'>;
  return { ...answer, status: response.status, headers: response.headers };
}
