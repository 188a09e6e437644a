import { ask } from '../../app/api.js';
import { useWords } from '../../app/words.js';
import { ComboboxField, TextField, type Choice, type FormState } from '../../design/index.js';
import type { EventValues } from './event.values.js';
import { seriesChoicesQuery } from './events.queries.js';
import { eventWords } from './events.words.js';

export interface SeriesChoice extends Choice {
  readonly nextEditionNumber: number;
}

export async function findSeries(search: string, signal: AbortSignal): Promise<readonly SeriesChoice[]> {
  const { eventSeries } = await ask(seriesChoicesQuery, { search: search || null }, { signal });
  return eventSeries.edges.map(({ node }) => ({
    value: node.id,
    label: node.name,
    nextEditionNumber: node.nextEditionNumber,
  }));
}

/** Which edition of which series; a series that is chosen offers the number that comes next. */
export function SeriesFields({ form, isNew }: { readonly form: FormState<EventValues>; readonly isNew: boolean }) {
  const t = useWords(eventWords);
  const series = form.field('seriesId');
  const choose = (choice: Choice | null) => {
    series.onChange(choice);
    if (choice && 'nextEditionNumber' in choice) form.set('editionNumber', String(choice.nextEditionNumber));
  };
  return (
    <>
      {isNew && <ComboboxField {...series} onChange={choose} label={t('series')} noun="series" find={findSeries} />}
      <TextField
        {...form.field('editionNumber')}
        label={t('editionNumber')}
        hint={t('editionHint')}
        inputMode="numeric"
        width="short"
      />
    </>
  );
}
