import type { Refusal } from '#kernel';

export function statusOf(refusal: Refusal): number {
  return refusal.code === 'TOO_MANY_ATTEMPTS' ? 429 : 422;
}
