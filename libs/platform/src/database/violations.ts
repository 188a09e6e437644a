import { QueryFailedError } from 'typeorm';

interface PostgresFault {
  code?: string;
  constraint?: string;
}

const violationCodes = new Set(['23505', '23P01', '23514', '23503']);

/**
 * The name of the constraint that refused a write (unique, exclusion, check or foreign key), or null for any other error.
 * A service that knows the name answers with a refusal; every other error is thrown on.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const fault = error.driverError as PostgresFault;
  return fault.code && violationCodes.has(fault.code) ? (fault.constraint ?? null) : null;
}
