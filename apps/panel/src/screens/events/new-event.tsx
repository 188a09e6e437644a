import { useAsk } from '../../app/ask-hooks.js';
import { countryName } from '../../app/places.js';
import { useLanguage, useWords } from '../../app/words.js';
import { toast } from '../../design/index.js';
import { EventForm } from './event.form.js';
import { seriesChoicesQuery } from './events.queries.js';
import { eventWords } from './events.words.js';

interface NewEventProps {
  /** Of which series it is an edition, when that was chosen already. */
  readonly seriesId: string | undefined;
  readonly onCreated: (slug: string) => void;
  readonly onCancel: () => void;
}

export function NewEvent({ seriesId, onCreated, onCancel }: NewEventProps) {
  const t = useWords(eventWords);
  const language = useLanguage();
  const edges = useAsk('series', seriesChoicesQuery, { search: null }).data?.eventSeries.edges ?? [];
  const series = edges.find(({ node }) => node.id === seriesId)?.node;
  const initial = {
    seriesId: series ? { value: series.id, label: series.name } : null,
    editionNumber: series ? String(series.nextEditionNumber) : '',
    name: '',
    slug: '',
    startsOn: '',
    endsOn: '',
    city: '',
    country: { value: 'PE', label: countryName('PE', language) },
    zone: { value: 'America/Lima', label: 'America/Lima' },
  };
  return (
    <EventForm
      eventId={null}
      initial={initial}
      isPublic={false}
      onCancel={onCancel}
      onSaved={({ slug, shownName }) => {
        toast(t('created', { name: shownName }));
        onCreated(slug);
      }}
    />
  );
}
