import { useMemo, useState } from 'react';
import { useAsk, wholeList } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Button, Confirm, DataList, Drawer, EmptyState, type ListColumn } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { AddTablesForm, OpenBlockForm, type BlockRow } from './block.forms.js';
import { blocksQuery, closeBlockMutation } from './blocks.queries.js';
import { blockWords } from './blocks.words.js';
import { MeetingsFrame } from './meetings-frame.js';
import { meetingWords } from './meetings.words.js';

export default function BlocksScreen() {
  const t = useWords(blockWords);
  const m = useWords(meetingWords);
  const { id: eventId } = useEvent();
  const state = useListState();
  const [asked, setAsked] = useState<{ readonly what: 'tables' | 'close'; readonly row: BlockRow } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const query = useAsk('meetings', blocksQuery, { eventId });
  const end = useRowDeed(closeBlockMutation, 'meetings');
  const columns = useColumns();
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const close = () => setAsked(null);
  const row = asked?.row;
  const name = row?.name ?? '';
  return (
    <MeetingsFrame actions={add}>
      <DataList
        label={m('blocks')}
        columns={columns}
        data={wholeList(query, query.data?.meetingBlocks)}
        state={state}
        rowId={({ id }) => id}
        rowName={(block) => block.name}
        actions={(block) => [
          { label: t('addTables'), icon: 'add', onSelect: () => setAsked({ what: 'tables', row: block }) },
          { label: t('close'), tone: 'danger', onSelect: () => setAsked({ what: 'close', row: block }) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <OpenBlockForm close={() => setAdding(false)} />}
      </Drawer>
      <Drawer title={t('addTables')} description={name} isOpen={asked?.what === 'tables'} onClose={close}>
        {row && <AddTablesForm row={row} close={close} />}
      </Drawer>
      <Confirm
        title={t('closeTitle', { name })}
        text={<p>{t('closeText')}</p>}
        confirm={t('close')}
        isOpen={asked?.what === 'close'}
        onClose={close}
        onConfirm={() => row && end({ blockId: row.id }, { done: t('closed', { name }) })}
      />
    </MeetingsFrame>
  );
}

function useColumns(): readonly ListColumn<BlockRow>[] {
  const t = useWords(blockWords);
  const language = useLanguage();
  const { zone } = useEvent();
  return useMemo(
    () => [
      { id: 'name', head: t('name'), cell: (row) => row.name, width: 'minmax(8rem, 2fr)' },
      {
        id: 'when',
        head: t('when'),
        cell: ({ startsAt, endsAt }) =>
          `${instantText(startsAt, zone, language)} – ${instantText(endsAt, zone, language).split(', ').at(-1) ?? ''}`,
        width: 'minmax(9rem, 2fr)',
      },
      { id: 'room', head: t('room'), cell: ({ room }) => room?.name ?? <span className="soft">{t('noRoom')}</span> },
      { id: 'slot', head: t('slot'), cell: (row) => row.slotMinutes, isNumber: true, width: 'minmax(4.5rem, 1fr)' },
      { id: 'slots', head: t('slots'), cell: (row) => row.slots.length, isNumber: true, width: 'minmax(4.5rem, 1fr)' },
      {
        id: 'tables',
        head: t('tables'),
        cell: (row) => row.tables.length,
        isNumber: true,
        width: 'minmax(4.5rem, 1fr)',
      },
      {
        id: 'places',
        head: t('places'),
        cell: (row) => row.slots.length * row.tables.length,
        isNumber: true,
        width: 'minmax(4.5rem, 1fr)',
      },
    ],
    [t, zone, language],
  );
}
