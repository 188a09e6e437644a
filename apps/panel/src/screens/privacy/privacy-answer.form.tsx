import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Form, LongTextField, Notice, SelectField, toast, useForm } from '../../design/index.js';
import { answerPrivacyRequestMutation, type PrivacyRequestRow } from './privacy.queries.js';
import { privacyWords } from './privacy.words.js';

interface PrivacyAnswerFormProps {
  readonly request: PrivacyRequestRow;
  readonly close: () => void;
}

export function PrivacyAnswerForm({ request, close }: PrivacyAnswerFormProps) {
  const t = useWords(privacyWords);
  const answer = useDeed(answerPrivacyRequestMutation, 'privacy', 'people');
  const name = request.person?.fullName ?? t('unknown');
  const form = useForm({
    initial: { decision: '', answer: '' },
    check: ({ decision, answer: text }) => ({
      decision: decision ? undefined : t('decisionMissing'),
      answer: text.trim() ? undefined : t('textMissing'),
    }),
    send: async ({ decision, answer: text }) => {
      const input = { granted: decision === 'grant', answer: text };
      return (await answer.mutateAsync({ id: request.id, input })).answerPrivacyRequest;
    },
    done: () => {
      toast(t('answered', { name }));
      close();
    },
  });
  const decisions = [
    { value: 'grant', label: t('grant') },
    { value: 'refuse', label: t('refuse') },
  ];
  return (
    <Form form={form} submit={t('answer')} onCancel={close}>
      <p>{t('asked', { name, words: request.words })}</p>
      {request.kind === 'cancellation' && <Notice tone="waiting">{t('erases')}</Notice>}
      <SelectField {...form.field('decision')} label={t('decision')} options={decisions} />
      <LongTextField {...form.field('answer')} label={t('text')} maxLength={2000} />
    </Form>
  );
}
