import type { Refusal } from '#kernel';
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

/** Whether the database was asked for an id that is none: no row can have it. */
export function isMalformedId(error: unknown): boolean {
  return error instanceof QueryFailedError && error.message.startsWith('invalid input syntax for type uuid');
}

/**
 * Runs a whole unit of work and answers with the refusal that stands beside the constraint by which the database refused it.
 * Errors of other constraints are thrown on. The unit of work is rolled back by then: a refusal may look up who was there first.
 */
export async function refusedBy<T>(
  refusals: Readonly<Record<string, () => Refusal | Promise<Refusal>>>,
  body: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await body();
  } catch (error) {
    const refuse = refusals[violatedConstraint(error) ?? ''];
    if (!refuse) throw error;
    return refuse();
  }
}
