/** The text as one line: outer space gone, inner space single. What people paste seldom differs otherwise. */
export function tidyLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** Whether a tidied text says something, on one line without control characters, in at most `limit` characters. */
export function isLine(text: string, limit: number): boolean {
  return text.length > 0 && text.length <= limit && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
