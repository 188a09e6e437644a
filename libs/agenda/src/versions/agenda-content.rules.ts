/** The sessions by the event's days, each day in the order in which they come; a day without sessions is an empty one. */
export function sessionsByDay<S extends { readonly date: string }>(
  days: readonly string[],
  sessions: readonly S[],
): { date: string; sessions: Omit<S, 'date'>[] }[] {
  return days.map((date) => ({ date, sessions: sessions.filter((one) => one.date === date).map(withoutDate) }));
}

function withoutDate<S extends { readonly date: string }>(session: S): Omit<S, 'date'> {
  const { date: _, ...rest } = session;
  return rest;
}
