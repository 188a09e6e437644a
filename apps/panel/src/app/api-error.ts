/** Why an answer did not come. Refusals are no errors: they are part of the answer. */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'STEP_UP_NEEDED'
  | 'TOO_MANY_REQUESTS'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'INTERNAL_SERVER_ERROR'
  | 'BAD_REQUEST';

export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const known = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'STEP_UP_NEEDED',
  'TOO_MANY_REQUESTS',
  'TIMEOUT',
  'INTERNAL_SERVER_ERROR',
]);

/** The codes of GraphQL that only say how a request was malformed are one case for a person: our fault. */
export function apiErrorCode(code: unknown): ApiErrorCode {
  return typeof code === 'string' && known.has(code) ? (code as ApiErrorCode) : 'BAD_REQUEST';
}
