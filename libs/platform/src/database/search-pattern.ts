/** A LIKE pattern for text that holds these words somewhere; null when there is nothing to look for. Wildcards count as letters. */
export function searchPattern(search: string | null | undefined): string | null {
  const text = search?.trim();
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
