import { useDeed } from '../../app/ask-hooks.js';
import { countryChoices, zoneChoices } from '../../app/places.js';
import { useLanguage, useWords } from '../../app/words.js';
import { ComboboxField, Form, TextField, useForm } from '../../design/index.js';
import { checkEvent, inputOf, type EventValues } from './event.values.js';
import { createEventMutation, updateEventMutation } from './events.queries.js';
import { eventWords } from './events.words.js';
import { SeriesFields } from './series-fields.js';

interface Saved {
  readonly slug: string;
  readonly shownName: string;
}

interface EventFormProps {
  /** null: a new one. */
  readonly eventId: string | null;
  readonly initial: EventValues;
  /** Its address stands in links and mails already. */
  readonly isPublic: boolean;
  readonly onSaved: (event: Saved) => void;
  readonly onCancel?: () => void;
}

export function EventForm({ eventId, initial, isPublic, onSaved, onCancel }: EventFormProps) {
  const t = useWords(eventWords);
  const language = useLanguage();
  const create = useDeed(createEventMutation, 'events', 'series', 'me');
  const update = useDeed(updateEventMutation, 'events', 'event');
  const form = useForm({
    initial,
    check: (values) => checkEvent(values, t),
    send: async (values) => {
      const facts = inputOf(values, isPublic);
      if (eventId) return (await update.mutateAsync({ id: eventId, input: facts })).updateEvent;
      const seriesId = values.seriesId?.value ?? '';
      return (await create.mutateAsync({ input: { ...facts, seriesId } })).createEvent;
    },
    done: (row) => onSaved(row),
  });
  return (
    <Form form={form} submit={t(eventId ? 'save' : 'add')} {...(onCancel && { onCancel })}>
      <SeriesFields form={form} isNew={eventId === null} />
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} isOptional maxLength={200} />
      <div className="columns">
        <TextField {...form.field('startsOn')} label={t('startsOn')} type="date" />
        <TextField {...form.field('endsOn')} label={t('endsOn')} type="date" min={form.values.startsOn} />
        <TextField {...form.field('city')} label={t('city')} maxLength={200} />
        <ComboboxField
          {...form.field('country')}
          label={t('country')}
          noun="countries"
          find={(search) => Promise.resolve(countryChoices(search, language))}
        />
      </div>
      <ComboboxField
        {...form.field('zone')}
        label={t('zone')}
        hint={t('zoneHint')}
        noun="zones"
        find={(search) => Promise.resolve(zoneChoices(search))}
      />
      <TextField
        {...form.field('slug')}
        label={t('slug')}
        hint={isPublic ? t('slugFixed') : t('slugHint')}
        isOptional
        disabled={isPublic}
        maxLength={80}
      />
    </Form>
  );
}
