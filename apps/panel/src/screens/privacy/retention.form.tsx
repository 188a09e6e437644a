import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, Notice, SelectField, TextField, toast, useForm } from '../../design/index.js';
import { eventRetentionPreviewQuery, retainedEventsQuery, setEventRetentionMutation } from './privacy.queries.js';
import { privacyWords } from './privacy.words.js';

type Purpose = 'people' | 'mails';

const mostDays = 36_500;
const isDays = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) <= mostDays;

/** For how many days an event keeps people or mails, and what that would erase before it is saved. */
export function RetentionForm({ close }: { readonly close: () => void }) {
  const t = useWords(privacyWords);
  const purposes = useTermOptions('RetentionPurpose');
  const events = useAsk('events', retainedEventsQuery, {}).data?.events.edges ?? [];
  const set = useDeed(setEventRetentionMutation, 'privacy');
  const form = useForm({
    initial: { event: '', purpose: '', days: '' },
    check: ({ event, purpose, days }) => ({
      event: event ? undefined : t('eventMissing'),
      purpose: purpose ? undefined : t('purposeMissing'),
      days: isDays(days) ? undefined : t('daysWrong'),
    }),
    send: async ({ event, purpose, days }) => {
      const wish = { eventId: event, purpose: purpose as Purpose, days: Number(days) };
      return (await set.mutateAsync(wish)).setEventRetention;
    },
    done: ({ days }) => {
      toast(t('retentionSet', { days }));
      close();
    },
  });
  const { event, purpose, days } = form.values;
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <SelectField
        {...form.field('event')}
        label={t('event')}
        options={events.map(({ node }) => ({ value: node.id, label: node.shownName }))}
      />
      <SelectField {...form.field('purpose')} label={t('purpose')} options={purposes} />
      <TextField {...form.field('days')} label={t('days')} hint={t('daysHint')} inputMode="numeric" width="short" />
      {event && purpose && <Preview eventId={event} purpose={purpose as Purpose} typed={days} />}
    </Form>
  );
}

interface PreviewProps {
  readonly eventId: string;
  readonly purpose: Purpose;
  readonly typed: string;
}

function Preview({ eventId, purpose, typed }: PreviewProps) {
  const t = useWords(privacyWords);
  const days = isDays(typed) ? Number(typed) : null;
  const answer = useAsk('privacy', eventRetentionPreviewQuery, { eventId, purpose, days }).data?.eventRetentionPreview;
  if (answer?.__typename !== 'EventRetentionPreview') return null;
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
