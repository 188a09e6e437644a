import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Button, Confirm, EmptyState, Fault, Notice, Screen, Skeleton, toast, useAct } from '../../design/index.js';
import { SessionForm } from './session.form.js';
import { valuesOf } from './session.values.js';
import { cancelSessionMutation, sessionQuery, type SessionDetail } from './sessions.queries.js';
import { sessionWords } from './sessions.words.js';
import { Speakers } from './speakers.js';

export default function SessionScreen() {
  const t = useWords(sessionWords);
  const term = useTerms();
  const { slug } = useEvent();
  const { session: id = '' }: { session?: string } = useParams({ strict: false });
  const query = useAsk('sessions', sessionQuery, { id });
  const session = query.data?.session?.id === id ? query.data.session : undefined;
  const back = (
    <Link to={'/e/$slug/sessions'} params={{ slug }}>
      {t('back')}
    </Link>
  );
  if (query.error) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (!session && query.isFetching) return <Skeleton lines={8} />;
  if (!session)
    return (
      <Screen title={t('session')}>
        <EmptyState title={t('notFound')} actions={back}>
          {null}
        </EmptyState>
      </Screen>
    );
  const isOff = session.state === 'cancelled';
  return (
    <Screen
      title={session.title}
      over={back}
      lead={term('SessionKind', session.kind)}
      actions={!isOff && <Cancel session={session} />}
    >
      <div className="stack">
        {isOff && <Notice tone="info">{t('isCancelled')}</Notice>}
        {!isOff && (
          <section className="card stack" aria-labelledby="session-facts">
            <h2 id="session-facts">{t('facts')}</h2>
            <Facts session={session} />
          </section>
        )}
        <Speakers session={session} isOff={isOff} />
      </div>
    </Screen>
  );
}

/** The form begins anew with each version that it saved itself, or that its reader took over; never under somebody's hands. */
function Facts({ session }: { readonly session: SessionDetail }) {
  const t = useWords(sessionWords);
  const [round, setRound] = useState(0);
  return (
    <SessionForm
      key={`${session.id} ${round}`}
      session={session}
      initial={valuesOf(session)}
      onSaved={({ title }) => {
        toast(t('saved', { name: title }));
        setRound((now) => now + 1);
      }}
      onTakeTheirs={() => setRound((now) => now + 1)}
    />
  );
}

function Cancel({ session }: { readonly session: SessionDetail }) {
  const t = useWords(sessionWords);
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const cancel = useDeed(cancelSessionMutation, 'sessions', 'agenda');
  const { id, version, title: name } = session;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('cancel')}</Button>
      <Confirm
        title={t('cancelTitle', { name })}
        text={<p>{t('cancelText')}</p>}
        confirm={t('cancel')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          act(
            async () => (await cancel.mutateAsync({ id, version })).cancelSession,
            () => toast(t('cancelled', { name })),
          )
        }
      />
    </>
  );
}
