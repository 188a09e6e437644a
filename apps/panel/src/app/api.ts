import { ApiError, apiErrorCode } from './api-error.js';
import { connection } from './connection-state.js';
import { textOf, type TadaDocumentNode } from './graphql.js';
import { proveAgain } from './step-up.js';
import { operation } from './trusted.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Makes a repetition of the same deed harmless: the server does it once. */
  readonly idempotencyKey?: string;
}

async function post(body: string, { signal, idempotencyKey }: AskOptions): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      credentials: 'same-origin',
      body,
      ...(signal && { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    connection.lost();
    throw new ApiError('UNREACHABLE', 'The server cannot be reached');
  }
}

async function read(response: Response): Promise<Answer> {
  if (response.status === 429) throw new ApiError('TOO_MANY_REQUESTS', 'Too many requests');
  try {
    return (await response.json()) as Answer;
  } catch {
    // A proxy in front of a server that is away answers a page of its own.
    connection.lost();
    throw new ApiError('UNREACHABLE', `The server answered ${response.status}`);
  }
}

async function askOnce(body: string, options: AskOptions): Promise<unknown> {
  const { data, errors } = await read(await post(body, options));
  const [error] = errors ?? [];
  if (!error) return data;
  throw new ApiError(apiErrorCode(error.extensions?.code), error.message);
}

/**
 * Asks the API. Throws an ApiError where there is no answer; a refusal is an answer. Where the deed needs a recent proof of who asks, the
 * dialog for it opens, and the request is repeated by itself once the proof is given.
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: AskOptions = {},
): Promise<Result> {
  const body = JSON.stringify({ ...operation(textOf(document)), variables });
  try {
    return (await askOnce(body, options)) as Result;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STEP_UP_NEEDED') throw error;
    if (!(await proveAgain())) throw error;
    return (await askOnce(body, options)) as Result;
  }
}
