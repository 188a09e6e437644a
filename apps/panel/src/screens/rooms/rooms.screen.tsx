import { useMemo, useState } from 'react';
import { useAsk, wholeList } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { matches } from '../../app/matching.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Button, DataList, Drawer, EmptyState, Screen, type ListColumn } from '../../design/index.js';
import { RoomForm, type RoomRow } from './room.form.js';
import { roomsQuery } from './rooms.queries.js';
import { roomWords } from './rooms.words.js';

export default function RoomsScreen() {
  const t = useWords(roomWords);
  const event = useEvent();
  const state = useListState('venue');
  const [edited, setEdited] = useState<RoomRow | 'new' | null>(null);
  const query = useAsk('rooms', roomsQuery, { eventId: event.id });
  const venues = query.data?.event?.venues;
  const { search, filters } = state;
  const rows = useMemo(
    () =>
      (venues ?? [])
        .flatMap((venue) => venue.rooms.map((room) => ({ ...room, venue })))
        .filter((row) => !filters.venue || row.venue.id === filters.venue)
        .filter((row) => matches(`${row.name} ${row.venue.name}`, search)),
    [venues, search, filters.venue],
  );
  const columns = useMemo(
    (): readonly ListColumn<RoomRow>[] => [
      { id: 'name', head: t('name'), cell: (row) => row.name, value: (row) => row.name },
      { id: 'venue', head: t('venue'), cell: (row) => row.venue.name, value: (row) => row.venue.name, width: '2fr' },
      {
        id: 'capacity',
        head: t('capacity'),
        cell: (row) => row.capacity,
        value: (row) => row.capacity,
        isNumber: true,
      },
    ],
    [t],
  );
  const add = (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const options = (venues ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Screen title={t('title')} lead={t('lead')} actions={add}>
      <DataList
        label={t('title')}
        columns={columns}
        data={wholeList(query, rows)}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={[{ name: 'venue', label: t('venue'), options, all: t('allVenues') }]}
        onOpen={setEdited}
        actions={(row) => [{ label: t('change'), icon: 'edit', onSelect: () => setEdited(row) }]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <RoomForm room={edited === 'new' ? null : edited} venues={options} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
