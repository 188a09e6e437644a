import { ask } from '../../app/api.js';
import { useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { ComboboxField, Form, LongTextField, TextField, toast, useForm, type Choice } from '../../design/index.js';
import { meetingWords, requestWords } from './meetings.words.js';
import { partyChoicesQuery } from './parties.queries.js';
import {
  acceptRequestMutation,
  declineRequestMutation,
  proposeTimeMutation,
  sendRequestMutation,
  withdrawRequestMutation,
  type requestsQuery,
} from './requests.queries.js';
import { SlotField } from './slot-field.js';

export type RequestRow = ResultOf<typeof requestsQuery>['meetingRequests']['edges'][number]['node'];

export function SendRequestForm({ close }: { readonly close: () => void }) {
  const t = useWords(requestWords);
  const m = useWords(meetingWords);
  const { id: eventId } = useEvent();
  const send = useDeed(sendRequestMutation, 'meetings', 'messages');
  const form = useForm({
    initial: {
      fromPartyId: null as Choice | null,
      toPartyId: null as Choice | null,
      topic: '',
      message: '',
      preferredStartsAt: '',
    },
    check: ({ fromPartyId, toPartyId, topic }) => ({
      fromPartyId: fromPartyId ? undefined : t('askMissing'),
      toPartyId: toPartyId ? undefined : t('askedMissing'),
      topic: topic.trim() ? undefined : t('topicMissing'),
    }),
    send: async ({ fromPartyId, toPartyId, topic, message, preferredStartsAt }) => {
      const sides = { fromPartyId: fromPartyId?.value ?? '', toPartyId: toPartyId?.value ?? '' };
      const wish = { message: message.trim() || null, preferredStartsAt: preferredStartsAt || null };
      return (await send.mutateAsync({ input: { eventId, ...sides, topic, ...wish } })).sendMeetingRequest;
    },
    done: ({ to }) => {
      toast(t('sent', { name: to.name }));
      close();
    },
  });
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const { meetingParties } = await ask(partyChoicesQuery, { eventId, search }, { signal });
    return meetingParties.edges.map(({ node }) => ({ value: node.id, label: node.name }));
  };
  const { fromPartyId, toPartyId } = form.values;
  return (
    <Form form={form} submit={t('add')} onCancel={close}>
      <ComboboxField {...form.field('fromPartyId')} label={t('asks')} noun="meetings" find={find} />
      <ComboboxField {...form.field('toPartyId')} label={t('asked')} noun="meetings" find={find} />
      <TextField {...form.field('topic')} label={m('topic')} hint={t('topicHint')} maxLength={200} />
      <LongTextField {...form.field('message')} label={t('note')} isOptional maxLength={2000} />
      {fromPartyId && toPartyId && (
        <SlotField
          {...form.field('preferredStartsAt')}
          label={t('preferred')}
          none={t('anySlot')}
          between={[fromPartyId.value, toPartyId.value]}
        />
      )}
    </Form>
  );
}

interface RequestFormProps {
  readonly row: RequestRow;
  readonly close: () => void;
}

export function AcceptForm({ row, close }: RequestFormProps) {
  const t = useWords(requestWords);
  const language = useLanguage();
  const { zone } = useEvent();
  const accept = useDeed(acceptRequestMutation, 'meetings', 'messages', 'reminders');
  const form = useForm({
    initial: { startsAt: '' },
    send: async ({ startsAt }) =>
      (await accept.mutateAsync({ requestId: row.id, startsAt: startsAt || null })).acceptMeetingRequest,
    done: ({ meeting }) => {
      const when = meeting ? instantText(meeting.startsAt, zone, language) : '';
      toast(t('accepted', { when, table: meeting?.table.number ?? '' }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('accept')} onCancel={close}>
      <SlotField
        {...form.field('startsAt')}
        label={t('time')}
        hint={t('acceptHint')}
        none={t('firstFree')}
        between={[row.from.id, row.to.id]}
      />
    </Form>
  );
}

export function ProposeForm({ row, close }: RequestFormProps) {
  const t = useWords(requestWords);
  const m = useWords(meetingWords);
  const propose = useDeed(proposeTimeMutation, 'meetings', 'messages');
  const form = useForm({
    initial: { startsAt: '' },
    check: ({ startsAt }) => ({ startsAt: startsAt ? undefined : m('timeMissing') }),
    send: async ({ startsAt }) => (await propose.mutateAsync({ requestId: row.id, startsAt })).proposeAnotherTime,
    done: () => {
      toast(t('proposed'));
      close();
    },
  });
  return (
    <Form form={form} submit={t('propose')} onCancel={close}>
      <SlotField
        {...form.field('startsAt')}
        label={t('time')}
        hint={m('moveHint')}
        between={[row.from.id, row.to.id]}
      />
    </Form>
  );
}

/** Both end the request; a reason may be left out. */
export function EndRequestForm({ row, close, verb }: RequestFormProps & { readonly verb: 'decline' | 'withdraw' }) {
  const t = useWords(requestWords);
  const m = useWords(meetingWords);
  const decline = useDeed(declineRequestMutation, 'meetings', 'messages');
  const withdraw = useDeed(withdrawRequestMutation, 'meetings', 'messages');
  const form = useForm({
    initial: { reason: '' },
    send: async ({ reason }) => {
      const ending = { requestId: row.id, reason };
      if (verb === 'decline') return (await decline.mutateAsync(ending)).declineMeetingRequest;
      return (await withdraw.mutateAsync(ending)).withdrawMeetingRequest;
    },
    done: () => {
      toast(t(verb === 'decline' ? 'declined' : 'withdrawn'));
      close();
    },
  });
  return (
    <Form form={form} submit={t(verb)} onCancel={close}>
      <LongTextField
        {...form.field('reason')}
        label={m('reason')}
        hint={t('reasonOptional')}
        isOptional
        maxLength={500}
      />
    </Form>
  );
}
