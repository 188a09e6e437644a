import { useMemo, useState } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import {
  Badge,
  ButtonLink,
  DataList,
  Drawer,
  EmptyState,
  type ListColumn,
  type MenuAction,
  type Tone,
} from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { CancelForm, MoveForm, type MeetingRow } from './meeting.forms.js';
import { MeetingsFrame } from './meetings-frame.js';
import { markHeldMutation, markNoShowMutation, meetingsQuery } from './meetings.queries.js';
import { meetingWords } from './meetings.words.js';

const tones: Readonly<Record<MeetingRow['state'], Tone>> = {
  scheduled: 'info',
  held: 'good',
  no_show: 'bad',
  cancelled: 'plain',
};

type Asked = { readonly what: 'move' | 'cancel'; readonly row: MeetingRow } | null;

export default function MeetingsScreen() {
  const t = useWords(meetingWords);
  const { id: eventId, slug } = useEvent();
  const state = useListState('state', 'party');
  const states = useTermOptions('BilateralMeetingState');
  const [asked, setAsked] = useState<Asked>(null);
  const { state: stands, party } = state.filters;
  const filter = { ...(stands && { states: [stands as MeetingRow['state']] }), ...(party && { partyId: party }) };
  const data = useConnection(
    'meetings',
    meetingsQuery,
    { eventId, filter, search: state.search || null },
    ({ bilateralMeetings }) => bilateralMeetings,
  );
  const columns = useColumns();
  const actions = useActions(setAsked);
  const close = () => setAsked(null);
  const row = asked?.row;
  const pair = row && t('pair', { from: row.request.from.name, to: row.request.to.name });
  return (
    <MeetingsFrame actions={<ExportMenu kind="meetings" query={{ eventId, search: state.search, ...state.filters }} />}>
      <DataList
        label={t('scheduled')}
        columns={columns}
        data={data}
        state={state}
        rowId={({ id }) => id}
        rowName={({ request }) => t('pair', { from: request.from.name, to: request.to.name })}
        searchHint={t('search')}
        filters={[{ name: 'state', label: t('state'), options: states, all: t('allStates') }]}
        actions={actions}
        empty={
          <EmptyState
            title={t('none')}
            actions={
              <ButtonLink to="/e/$slug/meetings/blocks" params={{ slug }}>
                {t('blocks')}
              </ButtonLink>
            }
          >
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('move')} description={pair ?? ''} isOpen={asked?.what === 'move'} onClose={close}>
        {row && <MoveForm row={row} close={close} />}
      </Drawer>
      <Drawer title={t('cancel')} description={pair ?? ''} isOpen={asked?.what === 'cancel'} onClose={close}>
        {row && <CancelForm row={row} close={close} />}
      </Drawer>
    </MeetingsFrame>
  );
}

function useActions(setAsked: (asked: Asked) => void): (row: MeetingRow) => readonly MenuAction[] {
  const t = useWords(meetingWords);
  const markHeld = useRowDeed(markHeldMutation, 'meetings');
  const markNoShow = useRowDeed(markNoShowMutation, 'meetings');
  return (row) => {
    const isOpen = row.state === 'scheduled';
    const sides = [row.request.from, row.request.to];
    return [
      { label: t('move'), isDisabled: !isOpen, onSelect: () => setAsked({ what: 'move', row }) },
      {
        label: t('held'),
        isDisabled: !isOpen,
        onSelect: () => void markHeld({ meetingId: row.id }, { done: t('markedHeld') }),
      },
      ...sides.map(({ id, name }) => ({
        label: t('noShow', { name }),
        isDisabled: !isOpen,
        onSelect: () => void markNoShow({ meetingId: row.id, partyId: id }, { done: t('markedNoShow', { name }) }),
      })),
      {
        label: t('cancel'),
        tone: 'danger',
        isDisabled: !isOpen,
        onSelect: () => setAsked({ what: 'cancel', row }),
      },
    ];
  };
}

function useColumns(): readonly ListColumn<MeetingRow>[] {
  const t = useWords(meetingWords);
  const term = useTerms();
  const language = useLanguage();
  const { zone } = useEvent();
  return useMemo(
    () => [
      {
        id: 'who',
        head: t('who'),
        cell: ({ request: { from, to } }) => t('pair', { from: from.name, to: to.name }),
        width: 'minmax(14rem, 3fr)',
      },
      { id: 'topic', head: t('topic'), cell: ({ request }) => request.topic, width: 'minmax(9rem, 2fr)' },
      { id: 'when', head: t('when'), cell: ({ startsAt }) => instantText(startsAt, zone, language) },
      { id: 'table', head: t('table'), cell: ({ table }) => table.number, isNumber: true, width: '4rem' },
      {
        id: 'state',
        head: t('state'),
        cell: ({ state, noShow, reason }) => (
          <>
            <Badge tone={tones[state]}>{term('BilateralMeetingState', state)}</Badge>{' '}
            {noShow && <small className="soft">{t('absent', { name: noShow.name })}</small>}
            {reason && <small className="soft">{reason}</small>}
          </>
        ),
      },
    ],
    [t, term, zone, language],
  );
}
