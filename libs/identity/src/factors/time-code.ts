import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { stepSeconds } from './one-time-code.rules.js';

/** What an authenticator app is given. */
export interface AuthenticatorSetup {
  /** For typing it in: base32. */
  readonly secret: string;
  /** `otpauth://totp/...` */
  readonly uri: string;
  /** The uri as a picture to scan: SVG. */
  readonly qr: string;
}

const issuer = 'Tinkuy';

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) });

/** 160 random bits, as every app takes them. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function setupOf(secret: string, label: string): AuthenticatorSetup {
  const uri = totpOf(secret, label).toString();
  return { secret, uri, qr: renderSVG(uri, { border: 2, ecc: 'M' }) };
}

/** The time step to which the code belongs, of this one and its two neighbours; null when it belongs to none. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

/** The code that the app shows at this instant. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}
