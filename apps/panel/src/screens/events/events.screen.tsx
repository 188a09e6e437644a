import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { daysText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Button, DataList, Drawer, EmptyState, Screen, Skeleton, type ListColumn } from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { eventListQuery, seriesChoicesQuery } from './events.queries.js';
import { eventWords } from './events.words.js';
import { NewEvent } from './new-event.js';
import { usePutAway } from './put-away.js';

type Row = ResultOf<typeof eventListQuery>['events']['edges'][number]['node'];
type EventState = Row['state'];

function useColumns(): readonly ListColumn<Row>[] {
  const t = useWords(eventWords);
  const term = useTerms();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('event'),
        width: 'minmax(16rem, 3fr)',
        cell: (row) => (
          <>
            {row.shownName} {row.isDemonstration && <Badge>{t('demonstration')}</Badge>}
          </>
        ),
      },
      { id: 'days', head: t('days'), cell: (row) => daysText(row.startsOn, row.endsOn, language) },
      { id: 'city', head: t('city'), cell: (row) => row.city },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => (
          <Badge tone={row.state === 'published' ? 'good' : 'plain'}>{term('EventState', row.state)}</Badge>
        ),
      },
    ],
    [t, term, language],
  );
}

export default function EventsScreen() {
  const t = useWords(eventWords);
  const navigate = useNavigate();
  const state = useListState('series', 'state', 'archived');
  const { edition }: { edition?: string } = useSearch({ strict: false });
  const [isNew, setNew] = useState(edition !== undefined);
  const { search, filters } = state;
  const archived = filters.archived === 'yes';
  const filter = { seriesId: filters.series || null, state: (filters.state || null) as EventState | null };
  const variables = { search: search || null, archived, filter };
  const data = useConnection('events', eventListQuery, variables, ({ events }) => events);
  const series = useAsk('series', seriesChoicesQuery, { search: null }).data?.eventSeries.edges;
  const states = useTermOptions('EventState');
  const { archive, restore } = usePutAway();
  const columns = useColumns();
  const open = (slug: string) => void navigate({ to: '/e/$slug', params: { slug } });
  const close = () => {
    setNew(false);
    if (edition) void navigate({ to: '/events', replace: true });
  };
  const add = (
    <Button look="main" icon="add" onClick={() => setNew(true)}>
      {t('add')}
    </Button>
  );
  const choices = (series ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FileActions
            kind="events"
            query={{ search, series: filters.series, state: filters.state, archived: archived ? 'true' : '' }}
          />
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
        rowName={(row) => row.shownName}
        searchHint={t('search')}
        filters={[
          { name: 'series', label: t('series'), options: choices, all: t('allSeries') },
          { name: 'state', label: t('state'), options: states, all: t('allStates') },
          { name: 'archived', label: t('shown'), options: [{ value: 'yes', label: t('archived') }], all: t('inUse') },
        ]}
        onOpen={(row) => open(row.slug)}
        actions={(row) => [
          { label: t('open'), icon: 'right', onSelect: () => open(row.slug) },
          archived
            ? { label: t('restore'), icon: 'archive', onSelect: () => void restore(row.id) }
            : { label: t('archive'), icon: 'archive', onSelect: () => void archive(row.id) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isNew} onClose={close}>
        {edition && !series ? <Skeleton /> : <NewEvent seriesId={edition} onCreated={open} onCancel={close} />}
      </Drawer>
    </Screen>
  );
}
