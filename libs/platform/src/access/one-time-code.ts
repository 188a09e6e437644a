import { createHmac } from 'node:crypto';

export const codeDigits = 8;

/**
 * The code that is mailed for an id. Derived, not stored: delivery works it out when the mail leaves, and a dump of the database tells none.
 */
export function oneTimeCodeOf(secret: string, codeId: string): string {
  const digest = createHmac('sha256', secret).update(`code:${codeId}`).digest();
  return String(digest.readUIntBE(0, 6) % 10 ** codeDigits).padStart(codeDigits, '0');
}
