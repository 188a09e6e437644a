import { useMemo, useState } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Button, DataList, Drawer, EmptyState, Screen, type ListColumn, type Tone } from '../../design/index.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { RegisterForm, type RegistrationRow } from './register.form.js';
import { useRegistrationActions } from './registration-actions.js';
import { registrationCountsQuery, registrationsQuery } from './registrations.queries.js';
import { registrationWords } from './registrations.words.js';

type State = RegistrationRow['state'];

function toneOf(state: State): Tone {
  if (state === 'confirmed') return 'good';
  if (state === 'under_review' || state === 'offered' || state === 'waitlisted') return 'waiting';
  return state === 'draft' || state === 'submitted' || state === 'awaiting_focal_point' ? 'info' : 'plain';
}

export default function RegistrationsScreen() {
  const t = useWords(registrationWords);
  const event = useEvent();
  const state = useListState('state', 'institution');
  const [isAdding, setAdding] = useState(false);
  const actions = useRegistrationActions();
  const states = useTermOptions('RegistrationState');
  const counts = useAsk('registrations', registrationCountsQuery, { eventId: event.id });
  const { state: stands, institution } = state.filters;
  const filter = { ...(stands && { states: [stands as State] }), ...(institution && { institutionId: institution }) };
  const variables = { eventId: event.id, filter, search: state.search || null };
  const data = useConnection('registrations', registrationsQuery, variables, (found) => found.registrations);
  const columns = useColumns();
  const many = new Map<string, number>(counts.data?.registrationCounts.map((one) => [one.state, one.count]));
  const stateOptions = states.map(({ value, label }) => ({ value, label: `${label} (${many.get(value) ?? 0})` }));
  const named = data.rows.find((row) => row.delegation.institution.id === institution)?.delegation.institution.name;
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ExportMenu kind="registrations" query={{ eventId: event.id, search: state.search, ...state.filters }} />
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
        rowName={(row) => row.person.fullName}
        searchHint={t('search')}
        filters={[
          { name: 'state', label: t('state'), options: stateOptions, all: t('allStates') },
          ...(institution
            ? [
                {
                  name: 'institution' as const,
                  label: t('institution'),
                  options: [{ value: institution, label: t('thisInstitution', { name: named ?? '…' }) }],
                  all: t('allInstitutions'),
                },
              ]
            : []),
        ]}
        onOpen={actions.correct}
        actions={actions.of}
        bulk={actions.bulk}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <RegisterForm delegationId={null} close={() => setAdding(false)} />}
      </Drawer>
      {actions.overlays}
    </Screen>
  );
}

function useColumns(): readonly ListColumn<RegistrationRow>[] {
  const t = useWords(registrationWords);
  const term = useTerms();
  const language = useLanguage();
  const event = useEvent();
  return useMemo(
    (): readonly ListColumn<RegistrationRow>[] => [
      { id: 'person', head: t('person'), cell: (row) => row.person.fullName },
      {
        id: 'institution',
        head: t('institution'),
        cell: (row) => row.delegation.institution.name,
        width: 'minmax(10rem, 2fr)',
      },
      { id: 'position', head: t('position'), cell: (row) => row.positionTitle },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => (
          <>
            <Badge tone={toneOf(row.state)}>{term('RegistrationState', row.state)}</Badge>
            {row.offerExpiresAt && (
              <small className="soft">
                {' '}
                {t('offeredUntil', { when: instantText(row.offerExpiresAt, event.zone, language) })}
              </small>
            )}
          </>
        ),
      },
    ],
    [t, term, event.zone, language],
  );
}
