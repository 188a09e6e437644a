import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAsk } from '../app/ask-hooks.js';
import { EventContext, lastEvent } from '../app/session.js';
import { eventQuery } from '../app/session.queries.js';
import { useWords } from '../app/words.js';
import { ButtonLink } from '../design/button.js';
import { Screen } from '../design/screen.js';
import { Fault, EmptyState, Skeleton } from '../design/status.js';
import { shellWords } from './shell.words.js';

/** Finds the event of the address for every screen under it. */
export function EventFrame() {
  const t = useWords(shellWords);
  const { slug = '' }: { slug?: string } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useAsk('event', eventQuery, { slug });
  const event = data?.event?.slug === slug ? data.event : undefined;
  useEffect(() => {
    if (event) lastEvent.keep(event.slug);
  }, [event]);
  if (event)
    return (
      <EventContext value={event}>
        <Outlet />
      </EventContext>
    );
  if (error) return <Fault error={error} retry={() => void refetch()} />;
  if (isPending || data?.event) return <Skeleton lines={6} />;
  return (
    <Screen title={t('noEvent')}>
      <EmptyState title={t('noEventText')} actions={<ButtonLink to="/">{t('chooseEvent')}</ButtonLink>}>
        {null}
      </EmptyState>
    </Screen>
  );
}
