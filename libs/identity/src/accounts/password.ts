import { hash as digest, verify } from '@node-rs/argon2';
import { longestPassword } from './password.rules.js';

/** OWASP's first choice of parameters for argon2id, which is what the library hashes with unasked; memory in KiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return digest(password, cost);
}

let nobodys: Promise<string> | undefined;

/** Checks against somebody's hash, or (null) against nobody's at the same price, so that time does not tell who has an account. */
export async function isPasswordOf(hash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody');
  const matches = await verify(hash ?? (await nobodys), password.slice(0, longestPassword + 1));
  return hash !== null && matches;
}
