interface FoundRow {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly eventSlug: string | null;
}

/** Where a found row is shown; a kind without a screen of its own is shown by its list, searched for its name. */
export function addressOf({ kind, id, title, eventSlug }: FoundRow): string {
  const named = `q=${encodeURIComponent(title)}`;
  if (kind === 'event') return `/e/${eventSlug}`;
  if (kind === 'session') return `/e/${eventSlug}/sessions?${named}`;
  if (kind === 'person') return `/people/${id}`;
  return `/institutions/${id}`;
}
