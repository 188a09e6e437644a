import { useParams } from '@tanstack/react-router';
import { Fragment, useState, type ReactNode } from 'react';
import { useAsk } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Button, ButtonLink, Confirm, Fault, Notice, Screen, Skeleton } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { MailPreview } from './mail-preview.js';
import { isResendable, MessageStateBadge, useMailKind, type MessageState } from './message-state.js';
import { liftSuppressionMutation, messageQuery } from './messages.queries.js';
import { messageWords } from './messages.words.js';
import './messages.css';
import { useResend } from './resend.js';

type Mail = NonNullable<ResultOf<typeof messageQuery>['message']>;

const advice = {
  queued: 'adviceQueued',
  sending: 'adviceSending',
  sent: 'adviceSent',
  delivered: 'adviceDelivered',
  deferred: 'adviceDeferred',
  failed: 'adviceFailed',
  bounced: 'adviceBounced',
  suppressed: 'adviceSuppressed',
  uncertain: 'adviceUncertain',
} as const satisfies Record<MessageState, string>;

/** One mail: where it stands, what to do about it, what happened, and how it looks. */
export default function MessageScreen() {
  const t = useWords(messageWords);
  const { messageId: id = '' }: { messageId?: string } = useParams({ strict: false });
  const event = useEvent();
  const query = useAsk('messages', messageQuery, { id }, { refetchEverySeconds: 5 });
  const mail = query.data?.message;
  const back = (
    <ButtonLink look="quiet" icon="left" to="/e/$slug/messages" params={{ slug: event.slug }}>
      {t('title')}
    </ButtonLink>
  );
  return (
    <Screen title={mail?.subject ?? t('title')} over={back}>
      {query.error && <Fault error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={6} />}
      {mail === null && <Notice>{t('notFound')}</Notice>}
      {mail && <MailParts mail={mail} />}
    </Screen>
  );
}

function MailParts({ mail }: { readonly mail: Mail }) {
  const t = useWords(messageWords);
  return (
    <div className="stack">
      <section className="card" aria-label={t('whatToDo')}>
        <Facts mail={mail} />
        <Advice mail={mail} />
      </section>
      <section className="card">
        <h2>{t('history')}</h2>
        <History mail={mail} />
      </section>
      <section className="card">
        <h2>{t('preview')}</h2>
        <MailPreview html={mail.html} text={mail.text} />
      </section>
    </div>
  );
}

function Facts({ mail }: { readonly mail: Mail }) {
  const t = useWords(messageWords);
  const term = useTerms();
  const kindOf = useMailKind();
  const language = useLanguage();
  const { zone } = useEvent();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('state'), <MessageStateBadge key="state" state={mail.state} />],
    [t('to'), mail.toName],
    [t('address'), mail.toAddress],
    [t('kind'), kindOf(mail.mail)],
    [t('language'), term('Language', mail.language)],
    ...(mail.calendarMethod ? [[t('calendar'), t(mail.calendarMethod as 'REQUEST')] as const] : []),
    [t('written'), instantText(mail.queuedAt, zone, language)],
    ...(mail.sentAt ? [[t('sentAt'), instantText(mail.sentAt, zone, language)] as const] : []),
    ...(mail.nextAttemptAt ? [[t('nextAttempt'), instantText(mail.nextAttemptAt, zone, language)] as const] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Advice({ mail }: { readonly mail: Mail }) {
  const t = useWords(messageWords);
  const resend = useResend();
  const [isLifting, setLifting] = useState(false);
  const lift = useRowDeed(liftSuppressionMutation, 'messages');
  const isBlocked = mail.suppression !== null;
  const mayResend = isResendable(mail.state) && !isBlocked;
  const tone = isResendable(mail.state) || isBlocked ? 'bad' : 'plain';
  return (
    <Notice tone={tone}>
      <p>
        <strong>{t('whatToDo')}: </strong>
        {t(isBlocked ? 'adviceBlocked' : advice[mail.state])}
      </p>
      {(mayResend || isBlocked) && (
        <div className="row">
          {mayResend && (
            <Button look="main" onClick={() => resend.ask(mail)}>
              {t('resend')}
            </Button>
          )}
          {isBlocked && <Button onClick={() => setLifting(true)}>{t('lift')}</Button>}
        </div>
      )}
      <Confirm
        title={t('liftTitle')}
        text={<p>{t('liftText', { reason: mail.suppression?.reason ?? '' })}</p>}
        confirm={t('lift')}
        look="main"
        isOpen={isLifting}
        onClose={() => setLifting(false)}
        onConfirm={() => lift({ messageId: mail.id }, { done: t('lifted', { address: mail.toAddress }) })}
      />
      {resend.dialog}
    </Notice>
  );
}

function History({ mail }: { readonly mail: Mail }) {
  const t = useWords(messageWords);
  const language = useLanguage();
  const { zone } = useEvent();
  const steps = [
    { state: 'queued' as const, attempt: 0, response: null, happenedAt: mail.queuedAt },
    ...mail.deliveryEvents,
  ];
  return (
    <ol className="history">
      {steps.map(({ state, attempt, response, happenedAt }, index) => (
        <li key={index}>
          <MessageStateBadge state={state} />{' '}
          <time dateTime={happenedAt}>{instantText(happenedAt, zone, language)}</time>
          {attempt > 0 && <span className="soft"> · {t('attempt', { number: attempt })}</span>}
          {response && <code className="history-said">{response}</code>}
        </li>
      ))}
    </ol>
  );
}
