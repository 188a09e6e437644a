import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, Notice, SelectField, TextField, toast, useForm } from '../../design/index.js';
import {
  eventRetentionPreviewQuery,
  organizationRetentionPreviewQuery,
  retentionPlacesQuery,
  setEventRetentionMutation,
  setOrganizationRetentionMutation,
} from './privacy.queries.js';
import { privacyWords } from './privacy.words.js';

type Purpose = 'people' | 'mails';

const mostDays = 36_500;
const isDays = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) <= mostDays;

/** `event:<id>` or `organization:<id>`, as an option of the select carries it. */
function placeOf(chosen: string): { readonly isEvent: boolean; readonly id: string } {
  const [kind = '', id = ''] = chosen.split(':');
  return { isEvent: kind === 'event', id };
}

/** First the organisations for whose events a rule may be set, then each event by itself. */
function usePlaces() {
  const t = useWords(privacyWords);
  const found = useAsk('events', retentionPlacesQuery, {}).data;
  const organizations = found?.organizations.filter(({ mayChange }) => mayChange) ?? [];
  const events = found?.events.edges ?? [];
  return [
    ...organizations.map(({ id, name }) => ({ value: `organization:${id}`, label: t('allEventsOf', { name }) })),
    ...events.map(({ node }) => ({ value: `event:${node.id}`, label: node.shownName })),
  ];
}

/** For how many days an event or all events of an organisation keep people or mails, and what that would erase before it is saved. */
export function RetentionForm({ close }: { readonly close: () => void }) {
  const t = useWords(privacyWords);
  const purposes = useTermOptions('RetentionPurpose');
  const places = usePlaces();
  const setOfEvent = useDeed(setEventRetentionMutation, 'privacy');
  const setOfOrganization = useDeed(setOrganizationRetentionMutation, 'privacy');
  const form = useForm({
    initial: { place: '', purpose: '', days: '' },
    check: ({ place, purpose, days }) => ({
      place: place ? undefined : t('placeMissing'),
      purpose: purpose ? undefined : t('purposeMissing'),
      days: isDays(days) ? undefined : t('daysWrong'),
    }),
    send: async ({ place, purpose, days }) => {
      const { isEvent, id } = placeOf(place);
      const rule = { purpose: purpose as Purpose, days: Number(days) };
      if (isEvent) return (await setOfEvent.mutateAsync({ eventId: id, ...rule })).set;
      return (await setOfOrganization.mutateAsync({ organizationId: id, ...rule })).set;
    },
    done: ({ days }) => {
      toast(t('retentionSet', { days }));
      close();
    },
  });
  const { place, purpose, days } = form.values;
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <SelectField {...form.field('place')} label={t('place')} options={places} />
      <SelectField {...form.field('purpose')} label={t('purpose')} options={purposes} />
      <TextField {...form.field('days')} label={t('days')} hint={t('daysHint')} inputMode="numeric" width="short" />
      {place && purpose && <Preview place={place} purpose={purpose as Purpose} typed={days} />}
    </Form>
  );
}

interface PreviewProps {
  readonly place: string;
  readonly purpose: Purpose;
  readonly typed: string;
}

function Preview({ place, purpose, typed }: PreviewProps) {
  const t = useWords(privacyWords);
  const days = isDays(typed) ? Number(typed) : null;
  const { isEvent, id } = placeOf(place);
  const ofEvent = useAsk(
    'privacy',
    eventRetentionPreviewQuery,
    { eventId: id, purpose, days },
    { enabled: isEvent },
  ).data;
  const ofOrganization = useAsk(
    'privacy',
    organizationRetentionPreviewQuery,
    { organizationId: id, purpose, days },
    { enabled: !isEvent },
  ).data;
  const answer = (isEvent ? ofEvent : ofOrganization)?.preview;
  if (answer?.__typename !== 'RetentionRulePreview') return null;
  const { keptDays, erases } = answer;
  const key = purpose === 'people' ? 'wouldErasePeople' : 'wouldEraseMails';
  return (
    <div role="status">
      <Notice tone={erases > 0 ? 'waiting' : 'info'}>
        {t('keptNow', { days: keptDays })} {erases > 0 ? t(key, { count: erases }) : t('wouldEraseNone')}
      </Notice>
    </div>
  );
}
