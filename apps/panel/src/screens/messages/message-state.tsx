import type { ResultOf } from '../../app/graphql.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../design/index.js';
import { mailKindWords } from './mail-kinds.words.js';
import type { messagesQuery } from './messages.queries.js';

export type MessageRow = ResultOf<typeof messagesQuery>['messages']['edges'][number]['node'];
export type MessageState = MessageRow['state'];

/** Those that wait for a person's decision. */
export const needingAttention = ['failed', 'uncertain', 'suppressed', 'bounced'] as const;

/** Those that a person may have sent once more. */
export function isResendable(state: MessageState): boolean {
  return state === 'failed' || state === 'uncertain' || state === 'suppressed';
}

const tones: Readonly<Record<MessageState, Tone>> = {
  queued: 'waiting',
  sending: 'waiting',
  deferred: 'waiting',
  sent: 'good',
  delivered: 'good',
  failed: 'bad',
  bounced: 'bad',
  suppressed: 'bad',
  uncertain: 'bad',
};

export function MessageStateBadge({ state }: { readonly state: MessageState }) {
  return <Badge tone={tones[state]}>{useTerms()('MessageState', state)}</Badge>;
}

/** What a mail is called: by its own name where nobody named it. */
export function useMailKind(): (name: string) => string {
  const t = useWords(mailKindWords);
  return (name) => t(name as 'meeting-reminder');
}
