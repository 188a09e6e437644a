import type { MailedPurpose } from '#platform';
import { createHash, createHmac } from 'node:crypto';

const paths: Readonly<Record<MailedPurpose, string>> = {
  delegation: 'd',
  invitation: 'i',
  meetings: 'r',
  account: 'cuenta',
};

/** Derived, not random: the URL can be made again from the id at each delivery, and a dump of the database opens nothing. */
export function tokenOf(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`link:${linkId}`).digest('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function linkUrl(publicUrl: string, purpose: MailedPurpose, token: string): string {
  return `${publicUrl}/${paths[purpose]}/${token}`;
}
