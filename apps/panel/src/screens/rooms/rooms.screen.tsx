import { useMemo, useState } from 'react';
import { useAsk, useDeed, wholeList } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { matches } from '../../app/matching.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import {
  Button,
  ButtonLink,
  DataList,
  Drawer,
  EmptyState,
  Screen,
  toast,
  useAct,
  type ListColumn,
} from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { RoomForm, type RoomRow } from './room.form.js';
import { archiveRoomMutation, restoreRoomMutation, roomsQuery } from './rooms.queries.js';
import { roomWords } from './rooms.words.js';
import { VenueTabs } from './venue-tabs.js';

/** Archives and restores; either can be taken back by the other. */
function usePutAway() {
  const t = useWords(roomWords);
  const act = useAct();
  const away = useDeed(archiveRoomMutation, 'rooms');
  const back = useDeed(restoreRoomMutation, 'rooms');
  const archive = async ({ id }: RoomRow) => (await away.mutateAsync({ id })).archiveRoom;
  const restore = async ({ id }: RoomRow) => (await back.mutateAsync({ id })).restoreRoom;
  return {
    archive: (row: RoomRow) =>
      act(
        () => archive(row),
        ({ name }) => toast(t('archived', { name }), { undo: () => act(() => restore(row)) }),
      ),
    restore: (row: RoomRow) =>
      act(
        () => restore(row),
        ({ name }) => toast(t('restored', { name }), { undo: () => act(() => archive(row)) }),
      ),
  };
}

function useColumns(): readonly ListColumn<RoomRow>[] {
  const t = useWords(roomWords);
  return useMemo(
    () => [
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
}

export default function RoomsScreen() {
  const t = useWords(roomWords);
  const event = useEvent();
  const state = useListState('venue', 'archived');
  const [edited, setEdited] = useState<RoomRow | 'new' | null>(null);
  const query = useAsk('rooms', roomsQuery, { eventId: event.id });
  const venues = query.data?.event?.venues;
  const { search, filters } = state;
  const isAway = filters.archived === 'yes';
  const rows = useMemo(
    () =>
      (venues ?? [])
        .flatMap((venue) => (isAway ? venue.away : venue.rooms).map((room) => ({ ...room, venue })))
        .filter((row) => !filters.venue || row.venue.id === filters.venue)
        .filter((row) => matches(`${row.name} ${row.venue.name}`, search)),
    [venues, search, filters.venue, isAway],
  );
  const columns = useColumns();
  const { archive, restore } = usePutAway();
  const options = (venues ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isWithoutVenue = venues?.length === 0;
  const add = isWithoutVenue ? (
    <ButtonLink look="main" to={'/e/$slug/venues'} params={{ slug: event.slug }}>
      {t('addVenue')}
    </ButtonLink>
  ) : (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FileActions kind="rooms" slug={event.slug} query={{ eventId: event.id }} />
          {add}
        </>
      }
    >
      <VenueTabs />
      <DataList
        label={t('title')}
        columns={columns}
        data={wholeList(query, rows)}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={[
          { name: 'venue', label: t('venue'), options, all: t('allVenues') },
          {
            name: 'archived',
            label: t('shown'),
            options: [{ value: 'yes', label: t('archivedOnes') }],
            all: t('inUse'),
          },
        ]}
        onOpen={setEdited}
        actions={(row) => [
          { label: t('change'), icon: 'edit', onSelect: () => setEdited(row) },
          isAway
            ? { label: t('restore'), icon: 'archive', onSelect: () => void restore(row) }
            : { label: t('archive'), icon: 'archive', onSelect: () => void archive(row) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t(isWithoutVenue ? 'venueFirst' : 'noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <RoomForm room={edited === 'new' ? null : edited} venues={options} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
