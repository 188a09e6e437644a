/** A screen's address, whose words may be `$names`, and the files of the build that it needs besides those of every screen. */
export interface Opening {
  readonly path: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const wordsOf = (address: string): string[] => address.split('/').filter(Boolean);

/** The screen at an address under the panel: word by word, and the one with the fewest names where several fit. */
export function openingOf(openings: readonly Opening[], address: string): Opening | undefined {
  const words = wordsOf(address);
  const fitting = openings
    .map((opening) => ({ opening, pattern: wordsOf(opening.path) }))
    .filter(({ pattern }) => pattern.length === words.length)
    .filter(({ pattern }) => pattern.every((part, place) => part.startsWith('$') || part === words[place]));
  const names = (pattern: readonly string[]): number => pattern.filter((part) => part.startsWith('$')).length;
  return fitting.toSorted((a, b) => names(a.pattern) - names(b.pattern))[0]?.opening;
}
