import { useState } from 'react';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  ButtonLink,
  Confirm,
  EmptyState,
  Fault,
  Notice,
  Screen,
  Skeleton,
  toast,
  useAct,
} from '../../design/index.js';
import { AgendaChanges } from './agenda-changes.js';
import { pendingAgendaQuery, publishAgendaMutation, type Pending, type Version } from './agenda.queries.js';
import { agendaWords } from './agenda.words.js';

export default function AgendaScreen() {
  const t = useWords(agendaWords);
  const { id: eventId, state, slug } = useEvent();
  const query = useAsk('agenda', pendingAgendaQuery, { eventId });
  const pending = query.data?.pendingAgenda;
  const count = pending ? pending.changes.length + pending.sessions.length : 0;
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={pending && count > 0 && <Publish pending={pending} count={count} />}
    >
      {query.error && <Fault error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Skeleton lines={8} />}
      {pending && (
        <div className="stack">
          <Standing pending={pending} />
          {state === 'draft' && (
            <Notice tone="info">
              {t('draftEvent')}{' '}
              <ButtonLink size="small" to={'/e/$slug/facts'} params={{ slug }}>
                {t('goPublish')}
              </ButtonLink>
            </Notice>
          )}
          {count > 0 ? <AgendaChanges pending={pending} /> : <Nothing isEmpty={pending.number === null} />}
          <Versions versions={query.data?.agendaVersions ?? []} />
        </div>
      )}
    </Screen>
  );
}

function Standing({ pending: { number, publishedAt } }: { readonly pending: Pending }) {
  const t = useWords(agendaWords);
  const language = useLanguage();
  const { zone, slug, state } = useEvent();
  if (number === null || publishedAt === null) return <p>{t('never')}</p>;
  return (
    <p>
      {t('now', { number, when: instantText(publishedAt, zone, language) })}{' '}
      {state !== 'draft' && <a href={`/e/${slug}`}>{t('publicPage')}</a>}
    </p>
  );
}

function Nothing({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useWords(agendaWords);
  const { slug } = useEvent();
  const go = (
    <ButtonLink to={'/e/$slug/sessions'} params={{ slug }}>
      {t('goSessions')}
    </ButtonLink>
  );
  return (
    <EmptyState title={t(isEmpty ? 'empty' : 'same')} actions={go}>
      {t(isEmpty ? 'emptyText' : 'sameText')}
    </EmptyState>
  );
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const t = useWords(agendaWords);
  const term = useTerms();
  const language = useLanguage();
  const { zone } = useEvent();
  if (versions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="agenda-versions">
      <h2 id="agenda-versions">{t('versions')}</h2>
      <ul className="plain-list">
        {versions.map(({ number, state, publishedAt }) => (
          <li key={number} className="row">
            <strong>{t('version', { number: number ?? '' })}</strong>
            <Badge tone={state === 'published' ? 'good' : 'plain'}>{term('AgendaState', state)}</Badge>
            <span className="soft">{publishedAt && instantText(publishedAt, zone, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Publish({ pending, count }: { readonly pending: Pending; readonly count: number }) {
  const t = useWords(agendaWords);
  const act = useAct();
  const { id: eventId } = useEvent();
  const [isAsking, setAsking] = useState(false);
  const publish = useDeed(publishAgendaMutation, 'agenda');
  return (
    <>
      <Button look="main" onClick={() => setAsking(true)}>
        {t('publish')}
      </Button>
      <Confirm
        title={t('confirmTitle', { number: (pending.number ?? 0) + 1 })}
        text={<p>{t('confirmText', { count })}</p>}
        confirm={t('publish')}
        look="main"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          act(
            async () => (await publish.mutateAsync({ eventId })).publishAgenda,
            ({ number }) => toast(t('done', { number: number ?? '' })),
          )
        }
      />
    </>
  );
}
