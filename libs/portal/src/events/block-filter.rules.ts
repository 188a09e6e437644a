/** A block's name as it stands in an address: `gestion-economica`. */
export function blockKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The block that the address asks for; null for the whole agenda, and for a block that the event does not have. */
export function wantedBlock<B extends { readonly name: string }>(
  blocks: readonly B[],
  wanted: string | undefined,
): B | null {
  return blocks.find(({ name }) => blockKey(name) === wanted) ?? null;
}

/** The sessions by their start, in order. */
export function byHour<S extends { readonly from: string }>(sessions: readonly S[]): { from: string; sessions: S[] }[] {
  const hours: { from: string; sessions: S[] }[] = [];
  for (const session of sessions) {
    const last = hours.at(-1);
    if (last?.from === session.from) last.sessions.push(session);
    else hours.push({ from: session.from, sessions: [session] });
  }
  return hours;
}
