import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Form, SelectField, TextField, useForm, type Option } from '../../design/index.js';
import { createApiKeyMutation } from './keys.queries.js';
import type { KeyPlace } from './key-places.js';
import { keyWords } from './keys.words.js';

/** Shown once, to whoever made it. */
export interface MadeKey {
  readonly name: string;
  readonly token: string;
}

interface KeyFormProps {
  readonly places: readonly KeyPlace[];
  readonly close: () => void;
  readonly made: (key: MadeKey) => void;
}

const lifetimes = ['30', '90', '180', '365'];

export function KeyForm({ places, close, made }: KeyFormProps) {
  const t = useWords(keyWords);
  const create = useDeed(createApiKeyMutation, 'keys');
  const options: Option[] = places.map(({ key, label }) => ({ value: key, label }));
  const form = useForm({
    initial: { name: '', place: places.length === 1 ? places[0].key : '', days: '90' },
    check: ({ name, place }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      place: place ? undefined : t('placeMissing'),
    }),
    send: async ({ name, place, days }) => {
      const { organizationId = '', eventId = null } = places.find(({ key }) => key === place) ?? {};
      return (await create.mutateAsync({ input: { organizationId, eventId, name, days: Number(days) } })).createApiKey;
    },
    done: ({ key, token }) => {
      close();
      made({ name: key.name, token });
    },
  });
  return (
    <Form form={form} submit={t('create')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={80} />
      <SelectField {...form.field('place')} label={t('place')} hint={t('placeHint')} options={options} />
      <SelectField
        {...form.field('days')}
        label={t('days')}
        options={lifetimes.map((days) => ({ value: days, label: t('forDays', { days }) }))}
      />
    </Form>
  );
}
