import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsk, useConnection, useDeed } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
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
import {
  archivePersonMutation,
  institutionNameQuery,
  peopleQuery,
  restorePersonMutation,
  type PersonRow,
} from './people.queries.js';
import { peopleWords } from './people.words.js';
import { PersonForm } from './person.form.js';

const sortable = ['name'];

export default function PeopleScreen() {
  const t = useWords(peopleWords);
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const state = useListState('institution', 'twins', 'archived');
  const { search, filters, sort } = state;
  const order = sort?.isDescending ? 'nameDescending' : 'name';
  const filter = {
    ...(filters.institution && { institutionId: filters.institution }),
    ...(filters.twins && { hasTwin: true }),
  };
  const variables = { search, filter, archived: filters.archived === 'true', order } as const;
  const list = useConnection('people', peopleQuery, variables, (answer) => answer.persons);
  const columns = useColumns();
  const shownFilters = useFilters(filters.institution);
  const mark = useMark();
  const archiveMany = useArchiveMany();
  const open = ({ id }: PersonRow) => void navigate({ to: `/people/${id}` });
  const actions = <Actions add={() => setAdding(true)} />;
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {actions}
          <ExportMenu kind="persons" query={{ search, order, ...filters }} />
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={list}
        state={state}
        sortBy={sortable}
        rowId={(row) => row.id}
        rowName={(row) => row.fullName}
        searchHint={t('search')}
        filters={shownFilters}
        onOpen={open}
        actions={(row) => [
          { label: t('open'), icon: 'edit', onSelect: () => open(row) },
          { label: t(row.isArchived ? 'restore' : 'archive'), icon: 'archive', onSelect: () => void mark(row) },
        ]}
        bulk={(rows, clear) =>
          !variables.archived && (
            <Button size="small" icon="archive" onClick={() => void archiveMany(rows).then(clear)}>
              {t('archive')}
            </Button>
          )
        }
        empty={
          <EmptyState title={t('none')} actions={actions}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <NewPerson isOpen={isAdding} close={() => setAdding(false)} />
    </Screen>
  );
}

function Actions({ add }: { readonly add: () => void }) {
  const t = useWords(peopleWords);
  return (
    <>
      <Button look="main" icon="add" onClick={add}>
        {t('add')}
      </Button>
      <ButtonLink icon="upload" to="/import/persons" search={{ back: '/people' }}>
        {t('import')}
      </ButtonLink>
    </>
  );
}

function NewPerson({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const t = useWords(peopleWords);
  const navigate = useNavigate();
  const done = (id: string) => {
    close();
    void navigate({ to: `/people/${id}` });
  };
  return (
    <Drawer title={t('add')} isOpen={isOpen} onClose={close}>
      {isOpen && <PersonForm person={null} cancel={close} done={done} />}
    </Drawer>
  );
}

function useColumns(): readonly ListColumn<PersonRow>[] {
  const t = useWords(peopleWords);
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(14rem, 2fr)',
        cell: (row) => (
          <>
            {row.familyNames}, {row.givenNames} {row.isDemonstration && <Badge>{t('demo')}</Badge>}
          </>
        ),
      },
      {
        id: 'position',
        head: t('position'),
        width: '3fr',
        cell: ({ positions: [first, ...others] }) =>
          first && (
            <>
              {first.endsOn && <span className="soft">{t('former')} </span>}
              {first.title}, {first.institution.shortName ?? first.institution.name}
              {others.length > 0 && <span className="soft"> {t('more', { count: others.length })}</span>}
            </>
          ),
      },
      { id: 'email', head: t('email'), width: '2fr', cell: (row) => row.email },
    ],
    [t],
  );
}

function useFilters(institutionId: string) {
  const t = useWords(peopleWords);
  const named = useAsk('institutions', institutionNameQuery, { id: institutionId }, { enabled: institutionId !== '' });
  const institution = institutionId ? named.data?.institution : null;
  return [
    ...(institutionId
      ? [
          {
            name: 'institution' as const,
            label: t('institution'),
            options: [{ value: institutionId, label: institution?.name ?? '…' }],
          },
        ]
      : []),
    {
      name: 'twins' as const,
      label: t('twins'),
      all: t('everybody'),
      options: [{ value: 'true', label: t('onlyTwins') }],
    },
    {
      name: 'archived' as const,
      label: t('status'),
      all: t('active'),
      options: [{ value: 'true', label: t('archivedOnes') }],
    },
  ];
}

/** Archives or restores at once, with the way back. */
function useMark() {
  const t = useWords(peopleWords);
  const archive = useDeed(archivePersonMutation, 'people');
  const restore = useDeed(restorePersonMutation, 'people');
  return async ({ id, fullName, isArchived }: PersonRow) => {
    const [deed, back] = isArchived ? [restore, archive] : [archive, restore];
    await deed.mutateAsync({ id });
    toast(t(isArchived ? 'wasRestored' : 'wasArchived', { name: fullName }), { undo: () => back.mutateAsync({ id }) });
  };
}

function useArchiveMany() {
  const t = useWords(peopleWords);
  const archive = useDeed(archivePersonMutation, 'people');
  const restore = useDeed(restorePersonMutation, 'people');
  return async (rows: readonly PersonRow[]) => {
    for (const { id } of rows) await archive.mutateAsync({ id });
    const undo = async () => {
      for (const { id } of rows) await restore.mutateAsync({ id });
    };
    toast(t('manyArchived', { count: rows.length }), { undo });
  };
}
