import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Button, DataList, Drawer, EmptyState, type ListColumn } from '../../design/index.js';
import { partyWords } from './blocks.words.js';
import { MeetingsFrame } from './meetings-frame.js';
import { meetingWords } from './meetings.words.js';
import { partiesQuery } from './parties.queries.js';
import { AvailabilityForm, ContactForm, JoinForm, type PartyRow } from './party.forms.js';

export default function PartiesScreen() {
  const t = useWords(partyWords);
  const m = useWords(meetingWords);
  const { id: eventId, slug } = useEvent();
  const navigate = useNavigate();
  const state = useListState();
  const [asked, setAsked] = useState<{ readonly what: 'contact' | 'availability'; readonly row: PartyRow } | null>(
    null,
  );
  const [isAdding, setAdding] = useState(false);
  const data = useConnection(
    'meetings',
    partiesQuery,
    { eventId, search: state.search },
    ({ meetingParties }) => meetingParties,
  );
  const columns = useMemo(
    (): readonly ListColumn<PartyRow>[] => [
      { id: 'name', head: t('institution'), cell: ({ name }) => name },
      { id: 'contact', head: t('contact'), cell: ({ contact }) => contact?.fullName ?? '' },
      {
        id: 'unavailable',
        head: t('unavailable'),
        cell: ({ unavailable }) =>
          unavailable.length > 0 ? (
            t('turns', { count: unavailable.length })
          ) : (
            <span className="soft">{t('always')}</span>
          ),
      },
    ],
    [t],
  );
  const showMeetings = (row: PartyRow) =>
    void navigate({ to: '/e/$slug/meetings', params: { slug }, search: { party: row.id } });
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const close = () => setAsked(null);
  return (
    <MeetingsFrame actions={add}>
      <DataList
        label={m('parties')}
        columns={columns}
        data={data}
        state={state}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        searchHint={t('search')}
        onOpen={showMeetings}
        actions={(row) => [
          { label: t('meetings'), onSelect: () => showMeetings(row) },
          { label: t('availability'), onSelect: () => setAsked({ what: 'availability', row }) },
          { label: t('changeContact'), icon: 'person', onSelect: () => setAsked({ what: 'contact', row }) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <JoinForm close={() => setAdding(false)} />}
      </Drawer>
      <Drawer
        title={t(asked?.what === 'contact' ? 'changeContact' : 'availability')}
        description={asked?.row.name ?? ''}
        isOpen={asked !== null}
        onClose={close}
      >
        {asked?.what === 'contact' && <ContactForm row={asked.row} close={close} />}
        {asked?.what === 'availability' && <AvailabilityForm row={asked.row} close={close} />}
      </Drawer>
    </MeetingsFrame>
  );
}
