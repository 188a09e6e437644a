import argon2 from 'argon2';

/** OWASP's first choice of parameters for argon2id; memory in KiB. */
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, cost);
}

let nobodys: Promise<string> | undefined;

/** Checks against somebody's hash, or (null) against nobody's at the same price, so that time does not tell who has an account. */
export async function isPasswordOf(hash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody');
  const matches = await argon2.verify(hash ?? (await nobodys), password);
  return hash !== null && matches;
}
