import { masked, personalClassOf } from '#platform';
import type { ListedEntry } from './audit-list.repository.js';

/** One value before and after a deed, as text; null for nothing. */
export interface AuditChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The audit is read by more people than the rows themselves: what is personal stays masked in it. */
export function changesOf({ before, after }: Pick<ListedEntry, 'before' | 'after'>): AuditChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => ({ name, before: said(name, before?.[name]), after: said(name, after?.[name]) }));
}

function said(name: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const personal = personalClassOf(name);
  return personal ? masked(personal, text) : text;
}
