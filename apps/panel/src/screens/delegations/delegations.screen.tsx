import { useMemo, useState } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  ButtonLink,
  DataList,
  Drawer,
  EmptyState,
  Screen,
  type ListColumn,
  type Tone,
} from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { useDelegationActions } from './delegation-actions.js';
import { CreateDelegationForm, type DelegationRow } from './delegation.forms.js';
import { delegationsQuery } from './delegations.queries.js';
import { delegationWords } from './delegations.words.js';

const tones: Readonly<Record<DelegationRow['state'], Tone>> = {
  invited: 'waiting',
  opened: 'info',
  submitted: 'info',
  accredited: 'good',
  closed: 'plain',
};

export default function DelegationsScreen() {
  const t = useWords(delegationWords);
  const event = useEvent();
  const state = useListState('state');
  const states = useTermOptions('DelegationState');
  const [isAdding, setAdding] = useState(false);
  const actions = useDelegationActions();
  const stands = state.filters.state as DelegationRow['state'] | '';
  const variables = {
    eventId: event.id,
    filter: stands ? { states: [stands] } : {},
    search: state.search || null,
  };
  const data = useConnection('delegations', delegationsQuery, variables, (found) => found.delegations);
  const columns = useColumns();
  const invite = (
    <ButtonLink to="/e/$slug/invitations" params={{ slug: event.slug }}>
      {t('invite')}
    </ButtonLink>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FileActions
            kind="delegations"
            slug={event.slug}
            query={{ eventId: event.id, search: state.search, ...state.filters }}
          />
          {invite}
          <Button look="main" icon="add" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.institution.name}
        searchHint={t('search')}
        filters={[{ name: 'state', label: t('state'), options: states, all: t('allStates') }]}
        onOpen={actions.showPeople}
        actions={actions.of}
        empty={
          <EmptyState title={t('none')} actions={invite}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <CreateDelegationForm close={() => setAdding(false)} />}
      </Drawer>
      {actions.overlays}
    </Screen>
  );
}

function useColumns(): readonly ListColumn<DelegationRow>[] {
  const t = useWords(delegationWords);
  const term = useTerms();
  return useMemo(
    (): readonly ListColumn<DelegationRow>[] => [
      { id: 'institution', head: t('institution'), cell: (row) => row.institution.name },
      {
        id: 'focalPoint',
        head: t('focalPoint'),
        cell: (row) => row.focalPoint?.fullName ?? <span className="soft">{t('nobody')}</span>,
        width: 'minmax(9rem, 1.5fr)',
      },
      {
        id: 'taken',
        head: t('taken'),
        cell: ({ taken, quota }) => t('takenOf', { taken, quota }),
        isNumber: true,
      },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => <Badge tone={tones[row.state]}>{term('DelegationState', row.state)}</Badge>,
      },
    ],
    [t, term],
  );
}
