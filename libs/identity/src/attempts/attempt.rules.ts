import { declareRefusals, type Refusal } from '#kernel';

const windowMinutes = 15;
export const windowMilliseconds = windowMinutes * 60_000;

/** What can be guessed at; each has attempts of its own, so that a right password gives no codes back. */
export type AttemptDeed =
  | 'sign-in'
  | 'second-factor'
  | 'passkey'
  | 'proof'
  | 'oidc'
  | 'recovery'
  | 'account-link'
  | 'mailed-code'
  | 'code-request'
  | 'lost-link';

/** Who tries what, and from where. */
export interface Attempt {
  readonly deed: AttemptDeed;
  /** What is guessed at: an account's e-mail or id, an invitation. Unknown ones are counted like known ones. */
  readonly subject: string;
  /** The network address of the client. */
  readonly address: string;
}

/** One thing that is counted, and how often it may happen in a window. */
export interface Counter {
  /** Names nobody yet; it is hashed before it is stored. */
  readonly of: string;
  readonly allowed: number;
}

/**
 * Per subject and address, so that one who mistypes waits and nobody else does; per subject from everywhere, so that many addresses
 * together guess no more; per address whatever the subject, so that one machine cannot walk through the accounts.
 */
export function countersOf({ deed, subject, address }: Attempt): Counter[] {
  const who = subject.trim().toLowerCase();
  return [
    { of: `${deed} on and from\n${who}\n${address}`, allowed: 10 },
    { of: `${deed} on\n${who}`, allowed: 30 },
    { of: `${deed} from\n${address}`, allowed: 100 },
  ];
}

export const attemptRefusals = declareRefusals({
  TOO_MANY_ATTEMPTS: {
    es: 'Hubo demasiados intentos seguidos. Espere {minutes} min y vuelva a intentar.',
    en: 'There were too many attempts in a row. Wait {minutes} min and try again.',
  },
});

/** The refusal of an attempt beyond the allowed ones, with the whole minutes until the window ends. */
export function tooManyAttempts(windowStartedAt: Date, now: Date): Refusal {
  const left = windowStartedAt.getTime() + windowMilliseconds - now.getTime();
  return attemptRefusals.TOO_MANY_ATTEMPTS({ minutes: Math.max(1, Math.ceil(left / 60_000)) });
}
