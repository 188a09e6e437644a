import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { ComboboxField, Form, TextField, toast, useForm, type Choice } from '../../design/index.js';
import { createPositionMutation, updatePositionMutation, type PositionRow } from './people.queries.js';
import { findInstitutions } from '../choices/choices.js';
import { peopleWords } from './people.words.js';

interface PositionFormProps {
  readonly personId: string;
  /** null: a new one. The institution of a position never changes: that would be another position. */
  readonly position: PositionRow | null;
  readonly close: () => void;
}

export function PositionForm({ personId, position, close }: PositionFormProps) {
  const t = useWords(peopleWords);
  const create = useDeed(createPositionMutation, 'people');
  const update = useDeed(updatePositionMutation, 'people');
  const form = useForm({
    initial: {
      title: position?.title ?? '',
      institutionId: position
        ? { value: position.institution.id, label: position.institution.name }
        : (null as Choice | null),
      startsOn: position?.startsOn ?? '',
      endsOn: position?.endsOn ?? '',
    },
    check: ({ title, institutionId, startsOn }) => ({
      title: title.trim() ? undefined : t('titleMissing'),
      institutionId: institutionId ? undefined : t('institutionMissing'),
      startsOn: startsOn ? undefined : t('startMissing'),
    }),
    send: async ({ title, institutionId, startsOn, endsOn }) => {
      const input = { title, startsOn, endsOn: endsOn || null };
      if (position) return (await update.mutateAsync({ id: position.id, input })).updatePosition;
      const whole = { ...input, personId, institutionId: institutionId?.value ?? '' };
      return (await create.mutateAsync({ input: whole })).createPosition;
    },
    done: ({ title }) => {
      toast(t('positionSaved', { name: title }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <TextField {...form.field('title')} label={t('positionTitle')} hint={t('positionTitleHint')} maxLength={150} />
      {!position && (
        <ComboboxField
          {...form.field('institutionId')}
          label={t('institution')}
          noun="institutions"
          find={findInstitutions}
        />
      )}
      <TextField {...form.field('startsOn')} label={t('startsOn')} type="date" width="short" />
      <TextField
        {...form.field('endsOn')}
        label={t('endsOn')}
        hint={t('endsOnHint')}
        type="date"
        width="short"
        isOptional
      />
    </Form>
  );
}
