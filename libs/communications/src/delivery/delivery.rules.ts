import { nextAttempt, type DeliveryPolicy, type MessageState } from '../messages/message.rules.js';

export interface InHand {
  readonly policy: DeliveryPolicy;
  readonly attempts: number;
  readonly queuedAt: Date;
  /** When its content began to be handed over, in the try at hand. */
  readonly dataAt: Date | null;
}

export interface Settled {
  readonly state: MessageState;
  readonly nextAttemptAt: Date | null;
}

type Outcome = 'accepted' | 'deferred' | 'refused' | 'uncertain';

const final = (state: MessageState): Settled => ({ state, nextAttemptAt: null });

/** The state after a try. An open fate is tried again only where a second copy does no harm. */
export function settled(message: InHand, outcome: Outcome, now: Date, jitter: number): Settled {
  if (outcome === 'accepted') return final('sent');
  if (outcome === 'refused') return final('failed');
  if (outcome === 'uncertain' && message.policy === 'at_most_once') return final('uncertain');
  const nextAttemptAt = nextAttempt(message, now, jitter);
  return nextAttemptAt ? { state: 'deferred', nextAttemptAt } : final('failed');
}

/**
 * The state of a message whose sender died with it in hand. Before its content began it cannot have been sent; after that nobody knows,
 * and the mail's policy decides.
 */
export function afterCrash(message: InHand): 'queued' | 'uncertain' {
  return message.dataAt && message.policy === 'at_most_once' ? 'uncertain' : 'queued';
}
