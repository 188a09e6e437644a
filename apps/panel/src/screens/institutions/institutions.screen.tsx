import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsk, useConnection, useDeed } from '../../app/ask-hooks.js';
import { useCountryName } from '../../app/countries.js';
import type { VariablesOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
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
  toast,
  type ListColumn,
} from '../../design/index.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { InstitutionForm } from './institution.form.js';
import {
  archiveInstitutionMutation,
  departmentsQuery,
  institutionsQuery,
  restoreInstitutionMutation,
  type InstitutionRow,
} from './institutions.queries.js';
import { institutionWords } from './institutions.words.js';

type Filter = NonNullable<VariablesOf<typeof institutionsQuery>['filter']>;

export default function InstitutionsScreen() {
  const t = useWords(institutionWords);
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const state = useListState('kind', 'country', 'territory', 'archived');
  const { search, filters } = state;
  const archived = filters.archived === 'true';
  const list = useConnection(
    'institutions',
    institutionsQuery,
    { search, archived, filter: filterOf(filters) },
    (answer) => answer.institutions,
  );
  const columns = useColumns();
  const shownFilters = useFilters();
  const mark = useMark();
  const open = ({ id }: InstitutionRow) => void navigate({ to: `/institutions/${id}` });
  const actions = <Actions add={() => setAdding(true)} />;
  const close = () => setAdding(false);
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {actions}
          <ExportMenu
            kind="institutions"
            query={{ search, ...filters }}
            beside={{ kind: 'members', label: t('exportMembers') }}
          />
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={list}
        state={state}
        sortBy={[]}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={shownFilters}
        onOpen={open}
        actions={(row) => [
          { label: t('open'), icon: 'edit', onSelect: () => open(row) },
          {
            label: t('people'),
            icon: 'person',
            onSelect: () => void navigate({ to: '/people', search: { institution: row.id } }),
          },
          { label: t(row.isArchived ? 'restore' : 'archive'), icon: 'archive', onSelect: () => void mark(row) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={actions}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t('add')} isOpen={isAdding} onClose={close}>
        {isAdding && <InstitutionForm institution={null} cancel={close} done={close} />}
      </Drawer>
    </Screen>
  );
}

function Actions({ add }: { readonly add: () => void }) {
  const t = useWords(institutionWords);
  return (
    <>
      <Button look="main" icon="add" onClick={add}>
        {t('add')}
      </Button>
      <ButtonLink icon="upload" to="/import/institutions" search={{ back: '/institutions' }}>
        {t('import')}
      </ButtonLink>
      <ButtonLink icon="upload" to="/import/members" search={{ back: '/institutions' }}>
        {t('importMembers')}
      </ButtonLink>
    </>
  );
}

function filterOf({ kind, country, territory }: Readonly<Record<'kind' | 'country' | 'territory', string>>): Filter {
  const [system, code] = territory.split(':');
  return {
    ...(kind && { kind: kind as NonNullable<Filter['kind']> }),
    ...(country && { country }),
    ...(code && { territory: { system: system as NonNullable<Filter['territory']>['system'], code } }),
  };
}

function useColumns(): readonly ListColumn<InstitutionRow>[] {
  const t = useWords(institutionWords);
  const term = useTerms();
  const countryName = useCountryName();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(16rem, 3fr)',
        cell: (row) => (
          <>
            {row.name} {row.shortName && <span className="soft">({row.shortName})</span>}{' '}
            {row.isDemonstration && <Badge>{t('demo')}</Badge>}
          </>
        ),
      },
      { id: 'kind', head: t('kind'), width: '1.5fr', cell: (row) => term('InstitutionKind', row.kind) },
      { id: 'territory', head: t('territory'), width: '2fr', cell: (row) => row.territory?.path.join(' / ') ?? '' },
      { id: 'country', head: t('country'), cell: (row) => countryName(row.country) },
    ],
    [t, term, countryName],
  );
}

function useFilters() {
  const t = useWords(institutionWords);
  const kinds = useTermOptions('InstitutionKind');
  const countryName = useCountryName();
  const departments = useAsk('territories', departmentsQuery, {}).data;
  const territories = [
    ...(departments?.peru ?? []).map(({ code, name }) => ({ value: `INEI:${code}`, label: name })),
    ...(departments?.bolivia ?? []).map(({ code, name }) => ({ value: `INE:${code}`, label: `${name} (Bolivia)` })),
  ];
  const countries = ['PE', 'BO', 'KR'].map((value) => ({ value, label: countryName(value) }));
  return [
    { name: 'kind', label: t('kind'), options: kinds },
    { name: 'country', label: t('country'), options: countries },
    { name: 'territory', label: t('territory'), options: territories },
    { name: 'archived', label: t('status'), all: t('active'), options: [{ value: 'true', label: t('archivedOnes') }] },
  ] as const;
}

/** Archives or restores at once, with the way back. */
function useMark() {
  const t = useWords(institutionWords);
  const archive = useDeed(archiveInstitutionMutation, 'institutions');
  const restore = useDeed(restoreInstitutionMutation, 'institutions');
  return async ({ id, name, isArchived }: InstitutionRow) => {
    const [deed, back] = isArchived ? [restore, archive] : [archive, restore];
    await deed.mutateAsync({ id });
    toast(t(isArchived ? 'wasRestored' : 'wasArchived', { name }), { undo: () => back.mutateAsync({ id }) });
  };
}
