import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { dayText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  DataList,
  Drawer,
  EmptyState,
  Screen,
  Thread,
  toast,
  type ListColumn,
} from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { SessionForm } from './session.form.js';
import { blankSession } from './session.values.js';
import { placesQuery, sessionsQuery, type SessionDetail, type SessionRow } from './sessions.queries.js';
import { sessionWords } from './sessions.words.js';

function useColumns(): readonly ListColumn<SessionRow>[] {
  const t = useWords(sessionWords);
  const term = useTerms();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'title',
        head: t('session'),
        width: 'minmax(14rem, 3fr)',
        cell: (row) => (
          <>
            {row.title} {row.state === 'cancelled' && <Badge tone="bad">{term('SessionState', row.state)}</Badge>}
          </>
        ),
      },
      {
        id: 'time',
        head: t('time'),
        width: 'minmax(9rem, 1fr)',
        cell: ({ startsLocal, endsLocal }) => (
          <span className="number">
            {dayText(startsLocal.slice(0, 10), language, 'short')}, {startsLocal.slice(11)}–{endsLocal.slice(11)}
          </span>
        ),
      },
      { id: 'kind', head: t('kind'), cell: (row) => term('SessionKind', row.kind) },
      { id: 'room', head: t('room'), cell: (row) => row.room?.name ?? <span className="soft">{t('noRoom')}</span> },
      {
        id: 'block',
        head: t('block'),
        width: 'minmax(8rem, 1.5fr)',
        cell: ({ block }) => block && <Thread colour={block.colour}>{block.name}</Thread>,
      },
      {
        id: 'speakers',
        head: t('speakers'),
        width: 'minmax(8rem, 1.5fr)',
        cell: (row) => row.speakers.map(({ person }) => person.fullName).join(', '),
      },
    ],
    [t, term, language],
  );
}

function useFilters() {
  const t = useWords(sessionWords);
  const language = useLanguage();
  const { id: eventId, days } = useEvent();
  const places = useAsk('sessions', placesQuery, { eventId }).data;
  const rooms = places?.event?.venues.flatMap((venue) => venue.rooms) ?? [];
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const dayOptions = days.map((day) => ({ value: day, label: dayText(day, language) }));
  return [
    { name: 'day', label: t('day'), options: dayOptions, all: t('allDays') },
    { name: 'room', label: t('room'), options: named(rooms), all: t('allRooms') },
    { name: 'block', label: t('block'), options: named(places?.thematicBlocks ?? []), all: t('allBlocks') },
    { name: 'kind', label: t('kind'), options: useTermOptions('SessionKind'), all: t('allKinds') },
    { name: 'state', label: t('state'), options: useTermOptions('SessionState'), all: t('allStates') },
  ] as const;
}

export default function SessionsScreen() {
  const t = useWords(sessionWords);
  const { id: eventId, slug, zone, startsOn } = useEvent();
  const navigate = useNavigate();
  const state = useListState('day', 'room', 'block', 'kind', 'state');
  const [isNew, setNew] = useState(false);
  const { search, filters } = state;
  const filter = {
    day: filters.day || null,
    roomId: filters.room || null,
    blockId: filters.block || null,
    kind: (filters.kind || null) as SessionDetail['kind'] | null,
    state: (filters.state || null) as SessionDetail['state'] | null,
  };
  const variables = { eventId, search: search || null, filter };
  const data = useConnection('sessions', sessionsQuery, variables, ({ sessions }) => sessions);
  const columns = useColumns();
  const listFilters = useFilters();
  const open = (session: string) => void navigate({ to: '/e/$slug/sessions/$session', params: { slug, session } });
  const add = (
    <Button look="main" icon="add" onClick={() => setNew(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead', { zone })}
      actions={
        <>
          <FileActions kind="sessions" slug={slug} query={{ eventId, search, ...filters }} />
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
        rowName={(row) => row.title}
        searchHint={t('search')}
        filters={listFilters}
        onOpen={(row) => open(row.id)}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isNew} onClose={() => setNew(false)}>
        <SessionForm
          session={null}
          initial={blankSession(filters.day || startsOn)}
          onSaved={({ id, title }) => {
            toast(t('added', { name: title }));
            setNew(false);
            open(id);
          }}
          onCancel={() => setNew(false)}
        />
      </Drawer>
    </Screen>
  );
}
