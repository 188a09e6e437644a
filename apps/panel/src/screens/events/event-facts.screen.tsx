import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '../../app/ask-hooks.js';
import { countryName } from '../../app/places.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Fault, Screen, Skeleton, toast } from '../../design/index.js';
import { EventForm } from './event.form.js';
import { EventStage } from './event-stage.js';
import { eventFactsQuery, type EventFacts } from './events.queries.js';
import { eventWords } from './events.words.js';

export default function EventFactsScreen() {
  const t = useWords(eventWords);
  const { id, shownName } = useEvent();
  const query = useAsk('event', eventFactsQuery, { id });
  const facts = query.data?.event;
  return (
    <Screen title={t('edit')} over={shownName}>
      {query.error && <Fault error={query.error} retry={() => void query.refetch()} />}
      {!facts && !query.error && <Skeleton lines={8} />}
      {facts && (
        <div className="stack">
          <EventStage event={facts} />
          <section className="card">
            <Facts key={facts.id} event={facts} />
          </section>
        </div>
      )}
    </Screen>
  );
}

function Facts({ event }: { readonly event: EventFacts }) {
  const t = useWords(eventWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { series, editionNumber, name, slug, startsOn, endsOn, city, country, zone } = event;
  const initial = {
    seriesId: { value: series.id, label: series.name },
    editionNumber: String(editionNumber),
    name,
    slug,
    startsOn,
    endsOn,
    city,
    country: { value: country, label: countryName(country, language) },
    zone: { value: zone, label: zone },
  };
  return (
    <EventForm
      eventId={event.id}
      initial={initial}
      isPublic={event.state !== 'draft'}
      onSaved={(saved) => {
        toast(t('saved', { name: saved.shownName }));
        if (saved.slug === slug) return;
        void navigate({ to: '/e/$slug/facts', params: { slug: saved.slug }, replace: true });
      }}
    />
  );
}
