import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { StepUpNeeded } from '../access/recent-proof.js';
import { NotAllowed, NotFound } from '../access/viewer.js';
import { isTimeOver, TimeOver } from '../database/request-time.js';
import { isMalformedId } from '../database/violations.js';

const logger = new Logger('GraphQL');

/** Codes whose messages are about the request itself and may be shown. */
const shownCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);

/** What leaves the process of a thrown error: its code when it is the caller's fault, and nothing at all of ours. */
export function maskedError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const place = { path: formatted.path, locations: formatted.locations };
  if (original instanceof NotAllowed) return { message: 'Not allowed', extensions: { code: 'FORBIDDEN' }, ...place };
  if (original instanceof StepUpNeeded)
    return { message: original.message, extensions: { code: StepUpNeeded.code }, ...place };
  if (original instanceof NotFound) return { message: original.message, extensions: { code: 'NOT_FOUND' }, ...place };
  if (isMalformedId(original)) return { message: 'No such row', extensions: { code: 'NOT_FOUND' }, ...place };
  if (isTimeOver(original)) {
    logger.warn({ message: 'An operation took too long', path: formatted.path?.join('.') });
    return { message: new TimeOver().message, extensions: { code: TimeOver.code }, ...place };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && shownCodes.has(code)) {
    return { message: formatted.message, extensions: { code }, ...place };
  }
  const stack = original instanceof Error ? original.stack : String(original);
  logger.error({ message: 'A field failed', path: formatted.path?.join('.'), stack });
  return { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' }, ...place };
}
