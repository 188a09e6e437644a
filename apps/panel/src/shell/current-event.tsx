import { Link } from '@tanstack/react-router';
import { useAsk } from '../app/ask-hooks.js';
import { lastEvent, type PanelEvent } from '../app/session.js';
import { eventQuery } from '../app/session.queries.js';
import { useWords } from '../app/words.js';
import { Icon } from '../design/icon.js';
import { shellWords } from './shell.words.js';

/** The event of the address, or the one on which one worked last. */
export function useCurrentEvent(slug: string | undefined): PanelEvent | undefined {
  const current = slug ?? lastEvent.read() ?? '';
  const { data } = useAsk('event', eventQuery, { slug: current }, { enabled: current !== '' });
  return data?.event?.slug === current ? data.event : undefined;
}

/** Names it at the top of every screen, and leads to the choice of another. */
export function CurrentEvent({ event }: { readonly event: PanelEvent | undefined }) {
  const t = useWords(shellWords);
  if (!event) return null;
  return (
    <Link to="/" className="current-event" title={event.shownName}>
      <span className="hidden-text">{t('chooseEvent')}: </span>
      <span className="current-event-name">{event.shownName}</span>
      <Icon name="down" />
    </Link>
  );
}
