interface FoundRow {
  readonly kind: string;
  readonly id: string;
  readonly eventSlug: string | null;
}

/** The screen of a found row. */
export function addressOf({ kind, id, eventSlug }: FoundRow): string {
  if (kind === 'event') return `/e/${eventSlug}`;
  if (kind === 'session') return `/e/${eventSlug}/sessions/${id}`;
  if (kind === 'person') return `/people/${id}`;
  return `/institutions/${id}`;
}
