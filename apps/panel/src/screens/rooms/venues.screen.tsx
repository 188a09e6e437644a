import { useMemo, useState } from 'react';
import { useAsk, useDeed, wholeList } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { matches } from '../../app/matching.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Button, DataList, Drawer, EmptyState, Screen, toast, useAct, type ListColumn } from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { archiveVenueMutation, restoreVenueMutation, roomsQuery } from './rooms.queries.js';
import { roomWords } from './rooms.words.js';
import { VenueTabs } from './venue-tabs.js';
import { VenueForm, type VenueRow } from './venue.form.js';

/** A venue goes and comes with its rooms. */
function usePutAway() {
  const t = useWords(roomWords);
  const act = useAct();
  const away = useDeed(archiveVenueMutation, 'rooms');
  const back = useDeed(restoreVenueMutation, 'rooms');
  const archive = async ({ id }: VenueRow) => (await away.mutateAsync({ id })).archiveVenue;
  const restore = async ({ id }: VenueRow) => (await back.mutateAsync({ id })).restoreVenue;
  return {
    archive: (row: VenueRow) =>
      act(
        () => archive(row),
        ({ name }) => toast(t('venueArchived', { name }), { undo: () => act(() => restore(row)) }),
      ),
    restore: (row: VenueRow) =>
      act(
        () => restore(row),
        ({ name }) => toast(t('restored', { name }), { undo: () => act(() => archive(row)) }),
      ),
  };
}

function useColumns(): readonly ListColumn<VenueRow>[] {
  const t = useWords(roomWords);
  return useMemo(
    (): readonly ListColumn<VenueRow>[] => [
      { id: 'name', head: t('venue'), cell: (row) => row.name, value: (row) => row.name },
      { id: 'address', head: t('address'), cell: (row) => row.address, width: '2fr' },
      {
        id: 'rooms',
        head: t('roomCount'),
        cell: (row) => row.roomCount,
        value: (row) => row.roomCount,
        isNumber: true,
      },
    ],
    [t],
  );
}

export default function VenuesScreen() {
  const t = useWords(roomWords);
  const event = useEvent();
  const state = useListState('archived');
  const [edited, setEdited] = useState<VenueRow | 'new' | null>(null);
  const query = useAsk('rooms', roomsQuery, { eventId: event.id });
  const found = query.data?.event;
  const { search, filters } = state;
  const isAway = filters.archived === 'yes';
  const rows = useMemo(() => {
    const all = isAway ? found?.awayVenues.map((venue) => ({ ...venue, rooms: [] })) : found?.venues;
    return (all ?? [])
      .map(({ id, name, address, rooms }) => ({ id, name, address, roomCount: rooms.length }))
      .filter(({ name, address }) => matches(`${name} ${address}`, search));
  }, [found, search, isAway]);
  const columns = useColumns();
  const { archive, restore } = usePutAway();
  const add = (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('addVenue')}
    </Button>
  );
  return (
    <Screen
      title={t('venues')}
      lead={t('venuesLead')}
      actions={
        <>
          <FileActions kind="rooms" slug={event.slug} query={{ eventId: event.id }} />
          {add}
        </>
      }
    >
      <VenueTabs />
      <DataList
        label={t('venues')}
        columns={columns}
        data={wholeList(query, rows)}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('searchVenue')}
        filters={[
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
          <EmptyState title={t('noVenues')} actions={add}>
            {t('noVenuesText')}
          </EmptyState>
        }
      />
      <Drawer
        title={t(edited === 'new' ? 'addVenue' : 'editVenue')}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited && <VenueForm venue={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
