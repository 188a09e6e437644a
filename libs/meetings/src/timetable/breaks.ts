/**
 * Breaks of one attendee: the maximal groups of idle slots between two meetings of the same day. `dayOf` gives each slot's
 * day, `slots` are those at which the attendee meets, in any order.
 */
export function breaksOf(slots: readonly number[], dayOf: ArrayLike<number>): { breaks: number; idle: number } {
  const inOrder = [...slots].sort((one, other) => one - other);
  let breaks = 0;
  let idle = 0;
  for (let i = 1; i < inOrder.length; i++) {
    const gap = inOrder[i] - inOrder[i - 1] - 1;
    if (gap <= 0 || dayOf[inOrder[i]] !== dayOf[inOrder[i - 1]]) continue;
    breaks += 1;
    idle += gap;
  }
  return { breaks, idle };
}
