import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useConnection, useDeed } from '../../app/ask-hooks.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Button, DataList, Drawer, EmptyState, Screen, toast, useAct, type ListColumn } from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { SeriesForm, type SeriesRow } from './series.form.js';
import { archiveSeriesMutation, restoreSeriesMutation, seriesListQuery } from './series.queries.js';
import { seriesWords } from './series.words.js';

type Row = ResultOf<typeof seriesListQuery>['eventSeries']['edges'][number]['node'];

function useColumns(): readonly ListColumn<Row>[] {
  const t = useWords(seriesWords);
  const term = useTerms();
  return useMemo(
    () => [
      { id: 'name', head: t('name'), cell: (row) => row.name, width: 'minmax(14rem, 3fr)' },
      { id: 'style', head: t('style'), cell: (row) => term('EditionStyle', row.editionStyle) },
      { id: 'editions', head: t('editions'), cell: (row) => row.editionCount, isNumber: true },
      { id: 'next', head: t('next'), cell: (row) => row.nextEditionNumber, isNumber: true },
    ],
    [t, term],
  );
}

/** Archives and restores; either can be taken back by the other. */
function usePutAway() {
  const t = useWords(seriesWords);
  const act = useAct();
  const away = useDeed(archiveSeriesMutation, 'series');
  const back = useDeed(restoreSeriesMutation, 'series');
  const archive = async ({ id }: SeriesRow) => (await away.mutateAsync({ id })).archiveEventSeries;
  const restore = async ({ id }: SeriesRow) => (await back.mutateAsync({ id })).restoreEventSeries;
  return {
    archive: (row: SeriesRow) =>
      act(
        () => archive(row),
        ({ name }) => toast(t('archivedDone', { name }), { undo: () => act(() => restore(row)) }),
      ),
    restore: (row: SeriesRow) =>
      act(
        () => restore(row),
        ({ name }) => toast(t('restoredDone', { name }), { undo: () => act(() => archive(row)) }),
      ),
  };
}

export default function SeriesScreen() {
  const t = useWords(seriesWords);
  const navigate = useNavigate();
  const state = useListState('archived');
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  const archived = state.filters.archived === 'yes';
  const variables = { search: state.search || null, archived };
  const data = useConnection('series', seriesListQuery, variables, ({ eventSeries }) => eventSeries);
  const columns = useColumns();
  const { archive, restore } = usePutAway();
  const go = (search: Readonly<Record<string, string>>) => void navigate({ to: '/events', search: search });
  const add = (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const actions = (row: Row) => [
    { label: t('newEdition'), icon: 'add' as const, isDisabled: archived, onSelect: () => go({ edition: row.id }) },
    { label: t('seeEditions'), icon: 'search' as const, onSelect: () => go({ series: row.id }) },
    { label: t('change'), icon: 'edit' as const, onSelect: () => setEdited(row) },
    null,
    archived
      ? { label: t('restore'), icon: 'archive' as const, onSelect: () => void restore(row) }
      : { label: t('archive'), icon: 'archive' as const, onSelect: () => void archive(row) },
  ];
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FileActions kind="series" query={{ search: state.search, archived: archived ? 'true' : '' }} />
          {add}
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={[
          { name: 'archived', label: t('shown'), options: [{ value: 'yes', label: t('archived') }], all: t('inUse') },
        ]}
        onOpen={setEdited}
        actions={actions}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <SeriesForm series={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
