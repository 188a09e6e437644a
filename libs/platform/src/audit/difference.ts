import { isDeepStrictEqual } from 'node:util';

export interface Difference {
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

/**
 * What an audit entry keeps of a row: of a new or removed one every column that is filled, of a changed one the columns that differ.
 * Plain data; secrets are left out by whoever calls it.
 */
export function difference(before: object | null, after: object | null): Difference {
  const [old, fresh] = [plain(before), plain(after)];
  if (!old) return fresh ? { after: filled(fresh) } : {};
  if (!fresh) return { before: filled(old) };
  const changed = Object.keys(fresh).filter((name) => !isDeepStrictEqual(old[name], fresh[name]));
  return { before: picked(old, changed), after: picked(fresh, changed) };
}

function plain(row: object | null): Record<string, unknown> | null {
  return row && (JSON.parse(JSON.stringify(row)) as Record<string, unknown>);
}

function filled(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''));
}

function picked(row: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
