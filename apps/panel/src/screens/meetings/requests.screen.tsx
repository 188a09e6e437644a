import { useMemo, useState } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
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
  type ListColumn,
  type MenuAction,
  type Tone,
} from '../../design/index.js';
import { MeetingsFrame } from './meetings-frame.js';
import { meetingWords, requestWords } from './meetings.words.js';
import { AcceptForm, EndRequestForm, ProposeForm, SendRequestForm, type RequestRow } from './request.forms.js';
import { requestsQuery } from './requests.queries.js';

type State = RequestRow['state'];
const answers = ['accept', 'propose', 'decline', 'withdraw'] as const;
type Answer = (typeof answers)[number];

function toneOf(state: State): Tone {
  if (state === 'accepted') return 'good';
  return state === 'requested' || state === 'counter_proposed' ? 'waiting' : 'plain';
}

export default function RequestsScreen() {
  const t = useWords(requestWords);
  const m = useWords(meetingWords);
  const { id: eventId } = useEvent();
  const state = useListState('state');
  const states = useTermOptions('MeetingRequestState');
  const [asked, setAsked] = useState<{ readonly what: Answer; readonly row: RequestRow } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const stands = state.filters.state as State | '';
  const data = useConnection(
    'meetings',
    requestsQuery,
    { eventId, filter: stands ? { states: [stands] } : {}, search: state.search || null },
    ({ meetingRequests }) => meetingRequests,
  );
  const columns = useColumns();
  const actions = (row: RequestRow): readonly MenuAction[] => {
    const isOpen = row.state === 'requested' || row.state === 'counter_proposed';
    return answers.map((what) => ({ label: t(what), isDisabled: !isOpen, onSelect: () => setAsked({ what, row }) }));
  };
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const close = () => setAsked(null);
  const row = asked?.row;
  return (
    <MeetingsFrame actions={add}>
      <DataList
        label={m('requests')}
        columns={columns}
        data={data}
        state={state}
        rowId={({ id }) => id}
        rowName={({ from, to }) => m('pair', { from: from.name, to: to.name })}
        searchHint={t('search')}
        filters={[{ name: 'state', label: m('state'), options: states, all: m('allStates') }]}
        actions={actions}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <SendRequestForm close={() => setAdding(false)} />}
      </Drawer>
      <Drawer
        title={asked ? t(asked.what) : ''}
        description={row ? m('pair', { from: row.from.name, to: row.to.name }) : ''}
        isOpen={asked !== null}
        onClose={close}
      >
        {asked?.what === 'accept' && <AcceptForm row={asked.row} close={close} />}
        {asked?.what === 'propose' && <ProposeForm row={asked.row} close={close} />}
        {(asked?.what === 'decline' || asked?.what === 'withdraw') && (
          <EndRequestForm row={asked.row} verb={asked.what} close={close} />
        )}
      </Drawer>
    </MeetingsFrame>
  );
}

function useColumns(): readonly ListColumn<RequestRow>[] {
  const t = useWords(requestWords);
  const m = useWords(meetingWords);
  const term = useTerms();
  const language = useLanguage();
  const { zone } = useEvent();
  return useMemo(() => {
    const at = (instant: string) => instantText(instant, zone, language);
    const timeOf = ({ meeting, proposedStartsAt, proposedBy, preferredStartsAt }: RequestRow) => {
      if (meeting) return t('meetingAt', { when: at(meeting.startsAt) });
      if (proposedStartsAt) return t('proposedTime', { name: proposedBy?.name ?? '', when: at(proposedStartsAt) });
      return preferredStartsAt ? t('preferredTime', { when: at(preferredStartsAt) }) : t('anySlot');
    };
    return [
      {
        id: 'who',
        head: m('who'),
        cell: ({ from, to }) => m('pair', { from: from.name, to: to.name }),
        width: 'minmax(14rem, 3fr)',
      },
      { id: 'topic', head: m('topic'), cell: (row) => row.topic, width: 'minmax(9rem, 2fr)' },
      { id: 'time', head: m('when'), cell: timeOf, width: 'minmax(9rem, 1.5fr)' },
      {
        id: 'state',
        head: m('state'),
        cell: (row) => <Badge tone={toneOf(row.state)}>{term('MeetingRequestState', row.state)}</Badge>,
      },
      { id: 'until', head: t('until'), cell: (row) => at(row.expiresAt) },
    ];
  }, [t, m, term, zone, language]);
}
