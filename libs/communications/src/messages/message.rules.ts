import { Lifecycle, type Refusal } from '#kernel';
import { messageRefusals } from './message.refusals.js';

export const messageStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'failed',
  'suppressed',
  'uncertain',
  'delivered',
  'bounced',
] as const;

export type MessageState = (typeof messageStates)[number];

/**
 * What a crash between the server's answer and our note of it means. Every mail goes out once; when its fate is unknown,
 * `at_least_once` sends it again with the same Message-ID and bytes (confirmations), `at_most_once` leaves it to the organiser as
 * `uncertain` (reminders, announcements).
 */
export type DeliveryPolicy = 'at_least_once' | 'at_most_once';

/**
 * `sent` from any state that is still open: the server's answer may arrive after a message was given up. A way back to
 * `queued` from `uncertain`, `failed` and `suppressed` is a person's decision, never taken by the product.
 */
export const messageLifecycle = new Lifecycle<MessageState>({
  queued: ['sending', 'deferred', 'suppressed', 'sent'],
  sending: ['sent', 'deferred', 'failed', 'uncertain', 'queued'],
  deferred: ['queued', 'sent'],
  sent: ['delivered', 'bounced'],
  uncertain: ['queued', 'sent'],
  failed: ['queued'],
  suppressed: ['queued'],
  delivered: [],
  bounced: [],
});

/** The move as it is to be made; throws for one that the lifecycle does not know, which is a bug. */
export function moved(from: MessageState, to: MessageState): MessageState {
  if (!messageLifecycle.allows(from, to)) throw new Error(`A message does not go from ${from} to ${to}`);
  return to;
}

/** Whether the mail may still go out by itself. */
export function isPending(state: MessageState): boolean {
  return state === 'queued' || state === 'sending' || state === 'deferred';
}

const minute = 60_000;
const backoffMinutes = [1, 5, 15, 60, 240];
const longestWait = 5 * 24 * 60 * minute;

/**
 * When to try again after `attempts` tries that failed for now: after 1, 5, 15, 60, then every 240 minutes, up to a fifth longer
 * (`jitter` from 0 to 1) so that mails which failed together do not come back together. Null: given up, 5 days after it was queued.
 */
export function nextAttempt(message: { attempts: number; queuedAt: Date }, now: Date, jitter: number): Date | null {
  if (now.getTime() - message.queuedAt.getTime() >= longestWait) return null;
  const step = Math.min(Math.max(message.attempts, 1), backoffMinutes.length) - 1;
  return new Date(now.getTime() + backoffMinutes[step] * minute * (1 + jitter / 5));
}

/** Whether the mail has nothing new to say any more. */
export function isStale(message: { sendBefore: Date | null }, now: Date): boolean {
  return message.sendBefore !== null && message.sendBefore <= now;
}

/** What a person's wish to send a mail again must be judged by. */
export interface ResendFacts {
  readonly state: MessageState;
  readonly sendBefore: Date | null;
  /** A later mail about the same appointment was written. */
  readonly isReplaced: boolean;
  readonly isSuppressed: boolean;
}

/** Why a person's wish to send this mail again is refused; null when it goes out once more. */
export function refuseResend(message: ResendFacts, now: Date): Refusal | null {
  const hasEnded = message.state === 'uncertain' || message.state === 'failed' || message.state === 'suppressed';
  if (!hasEnded) return messageRefusals.MESSAGE_NOT_RESENDABLE({ state: message.state });
  if (isStale(message, now)) return messageRefusals.MESSAGE_TOO_LATE();
  if (message.isReplaced) return messageRefusals.MESSAGE_SUPERSEDED();
  return message.isSuppressed ? messageRefusals.ADDRESS_SUPPRESSED() : null;
}
