import type { AttemptLimit } from '#identity';
import { emailInvalid, isEmail, tidyEmail, type Refusal } from '#kernel';
import type { Viewer } from '#platform';

/** What an address is typed for: to be mailed a code, or the links that were lost. */
type MailedDeed = 'code-request' | 'lost-link';

/** Counts the attempt. The address as it is looked up, or why nothing is mailed there: neither tells whether anybody has it. */
export async function claimedAddress(
  limit: AttemptLimit,
  viewer: Viewer,
  deed: MailedDeed,
  typed: string,
): Promise<string | Refusal> {
  const subject = tidyEmail(typed).toLowerCase();
  if (!isEmail(subject)) return emailInvalid('email');
  const tooMany = await limit.claim({ deed, subject, address: viewer.cameFrom?.address ?? '' });
  return tooMany ?? subject;
}
