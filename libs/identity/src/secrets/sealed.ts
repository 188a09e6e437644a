import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a key is for: each purpose has a key of its own, derived from SECRET. */
export type SecretPurpose = 'authenticator' | 'recovery-code' | 'oidc';

const algorithm = 'aes-256-gcm';

function keyFor(secret: string, purpose: SecretPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `tinkuy:${purpose}`, 32));
}

/** Encrypts what the product must read again: a dump of the database opens nothing. `of` ties it to its row. */
export function seal(secret: string, purpose: SecretPurpose, of: string, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyFor(secret, purpose), nonce).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
}

/** Throws when it was sealed under another SECRET, for another row, or was changed. */
export function unseal(secret: string, purpose: SecretPurpose, of: string, sealed: string): string {
  const [nonce, content, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  const decipher = createDecipheriv(algorithm, keyFor(secret, purpose), nonce).setAAD(Buffer.from(of)).setAuthTag(tag);
  return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
}

/** Null when it does not open: for what somebody else may have written. */
export function tryUnseal(secret: string, purpose: SecretPurpose, of: string, sealed: string): string | null {
  try {
    return unseal(secret, purpose, of, sealed);
  } catch {
    return null;
  }
}

/** A digest that nobody without SECRET can make: short codes cannot be guessed from a dump. */
export function keyedHash(secret: string, purpose: SecretPurpose, text: string): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url');
}

/** A token of 256 random bits, and the digest that is kept of it. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: tokenHashOf(token) };
}

export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
