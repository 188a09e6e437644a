import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { daysText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, DataList, EmptyState, Screen, type ListColumn } from '../../design/index.js';
import { eventChoicesQuery } from './home.queries.js';
import { homeWords } from './home.words.js';

type Row = ResultOf<typeof eventChoicesQuery>['events']['edges'][number]['node'];

export default function ChooseEventScreen() {
  const t = useWords(homeWords);
  const term = useTerms();
  const language = useLanguage();
  const navigate = useNavigate();
  const state = useListState();
  const data = useConnection('events', eventChoicesQuery, {}, ({ events }) => events);
  const columns = useMemo(
    (): readonly ListColumn<Row>[] => [
      { id: 'name', head: t('name'), cell: (row) => row.shownName },
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
  return (
    <Screen title={t('choose')}>
      <DataList
        label={t('events')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.shownName}
        onOpen={(row) => void navigate({ to: '/e/$slug', params: { slug: row.slug } })}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      />
    </Screen>
  );
}
