import { useDeed } from '../../app/ask-hooks.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, SelectField, TextField, toast, useForm } from '../../design/index.js';
import { createSeriesMutation, updateSeriesMutation } from './series.queries.js';
import { seriesWords } from './series.words.js';

type EditionStyle = 'roman' | 'ordinal_feminine' | 'ordinal_masculine' | 'unnumbered';

export interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly editionStyle: EditionStyle;
  readonly nextEditionNumber: number;
  readonly archivedAt: string | null;
}

interface SeriesFormProps {
  /** null: a new one. */
  readonly series: SeriesRow | null;
  readonly close: () => void;
}

export function SeriesForm({ series, close }: SeriesFormProps) {
  const t = useWords(seriesWords);
  const styles = useTermOptions('EditionStyle');
  const create = useDeed(createSeriesMutation, 'series');
  const update = useDeed(updateSeriesMutation, 'series', 'events', 'event');
  const form = useForm({
    initial: { name: series?.name ?? '', editionStyle: String(series?.editionStyle ?? 'roman') },
    check: ({ name, editionStyle }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      editionStyle: editionStyle ? undefined : t('styleMissing'),
    }),
    send: async ({ name, editionStyle: style }) => {
      const input = { name, editionStyle: style as EditionStyle };
      if (!series) return (await create.mutateAsync({ input })).createEventSeries;
      return (await update.mutateAsync({ id: series.id, input })).updateEventSeries;
    },
    done: ({ name }) => {
      toast(t(series ? 'saved' : 'added', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={series ? t('edit') : t('add')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={200} />
      <SelectField {...form.field('editionStyle')} label={t('style')} hint={t('styleHint')} options={styles} />
    </Form>
  );
}
