import { createHmac } from 'node:crypto';

/** The challenge for one person: what was asked of somebody else registers nothing here. */
export function challengeFor(personId: string, challenge: string): string {
  return createHmac('sha256', Buffer.from(challenge, 'base64url')).update(personId).digest('base64url');
}
