/** Whether `wanted` names each of `present` once, in whatever order. */
export function isWholeOrder(present: readonly string[], wanted: readonly string[]): boolean {
  return (
    wanted.length === present.length &&
    new Set(wanted).size === wanted.length &&
    present.every((id) => wanted.includes(id))
  );
}
