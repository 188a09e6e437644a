const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What an error may carry of what somebody typed, and what is written in its place. An id is no personal data, and is kept. */
const findings: readonly (readonly [RegExp, string])[] = [
  // PostgreSQL quotes the value that it could not read, or that is there already.
  [/(invalid input (?:syntax|value)[^:\n]*: )"[^"]*"/gi, '$1"…"'],
  [/(Key \([^)]*\))=\([^)]*\)/g, '$1=(…)'],
  [/(Failing row contains )\([^\n]*\)/g, '$1(…)'],
  [/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi, '<address>'],
  // The token of a signed link, in the path of a page.
  [/(\/[dir]\/)[\w-]{43}/g, '$1<token>'],
];

/** Phones, documents and cards: seven digits or more, however they are spaced; ids are matched first and stay. */
const numbers = new RegExp(`${uuid}|\\+?\\b\\d(?:[ .-]?\\d){6,}\\b`, 'gi');

/** The text without addresses, numbers of people and values that an error repeats. */
export function withoutPersonalData(text: string): string {
  const plain = findings.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);
  return plain.replace(numbers, (found) => (new RegExp(`^${uuid}$`, 'i').test(found) ? found : '<number>'));
}

/** The same for every text in what is logged. */
export function redacted(entry: unknown): unknown {
  if (typeof entry === 'string') return withoutPersonalData(entry);
  if (Array.isArray(entry)) return entry.map(redacted);
  if (entry instanceof Error)
    return { name: entry.name, message: redacted(entry.message), stack: redacted(entry.stack) };
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, redacted(value)]));
}
