import { useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Form, LongTextField, toast, useForm } from '../../design/index.js';
import { cancelMeetingMutation, rescheduleMutation, type meetingsQuery } from './meetings.queries.js';
import { meetingWords } from './meetings.words.js';
import { SlotField } from './slot-field.js';
import { wallClock } from './wall-clock.js';

export type MeetingRow = ResultOf<typeof meetingsQuery>['bilateralMeetings']['edges'][number]['node'];

interface MeetingFormProps {
  readonly row: MeetingRow;
  readonly close: () => void;
}

/** A moved meeting may be moved back: done at once, with an undo. */
export function MoveForm({ row, close }: MeetingFormProps) {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const { zone } = useEvent();
  const move = useDeed(rescheduleMutation, 'meetings', 'messages', 'reminders');
  const form = useForm({
    initial: { startsAt: '' },
    check: ({ startsAt }) => ({ startsAt: startsAt ? undefined : t('timeMissing') }),
    send: async ({ startsAt }) =>
      (await move.mutateAsync({ meetingId: row.id, startsAt, version: row.version })).rescheduleMeeting,
    done: ({ startsAt }) => {
      const undo = () => move.mutateAsync({ meetingId: row.id, startsAt: wallClock(row.startsAt, zone) });
      toast(t('moved', { when: instantText(startsAt, zone, language) }), { undo });
      close();
    },
  });
  const { from, to } = row.request;
  return (
    <Form form={form} submit={t('move')} onCancel={close}>
      <SlotField {...form.field('startsAt')} label={t('newTime')} hint={t('moveHint')} between={[from.id, to.id]} />
    </Form>
  );
}

export function CancelForm({ row, close }: MeetingFormProps) {
  const t = useWords(meetingWords);
  const cancel = useDeed(cancelMeetingMutation, 'meetings', 'messages', 'reminders');
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : t('reasonMissing') }),
    send: async ({ reason }) =>
      (await cancel.mutateAsync({ meetingId: row.id, reason, version: row.version })).cancelMeeting,
    done: () => {
      toast(t('cancelled'));
      close();
    },
  });
  return (
    <Form form={form} submit={t('cancel')} onCancel={close}>
      <LongTextField {...form.field('reason')} label={t('reason')} hint={t('reasonHint')} maxLength={500} />
    </Form>
  );
}
