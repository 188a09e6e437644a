import { createHmac } from 'node:crypto';

/**
 * How the application logs in: as a role of its own, named after the owner's, whose password is made of the owner's. Whoever has
 * DATABASE_URL can make it again, and nobody else; DATABASE_APP_URL names another role where somebody else makes the roles.
 */
export function applicationUrl(ownerUrl: string, given?: string): string {
  if (given) return given;
  const url = new URL(ownerUrl);
  const owner = decodeURIComponent(url.username);
  url.username = encodeURIComponent(`${owner}_app`);
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(`${owner}_app`).digest('hex');
  return url.href;
}
