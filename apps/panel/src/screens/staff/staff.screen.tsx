import { useMemo, useState } from 'react';
import { useAsk, useConnection, useDeed } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { isRefusal } from '../../app/refusal.js';
import { useTerms } from '../../app/terms.js';
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
import { placeKey, placeOfKey, placeOptions } from './role-places.js';
import { RoleForm } from './role.form.js';
import {
  grantRoleMutation,
  revokeRoleMutation,
  rolePlacesQuery,
  staffRolesQuery,
  type StaffRoleRow,
} from './staff.queries.js';
import { staffWords } from './staff.words.js';

function useColumns(): readonly ListColumn<StaffRoleRow>[] {
  const t = useWords(staffWords);
  const term = useTerms();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('name'),
        cell: (row) => (
          <>
            {row.name} <span className="soft">{row.email}</span> {row.isDisabled && <Badge>{t('disabled')}</Badge>}
          </>
        ),
        width: '2fr',
      },
      { id: 'role', head: t('role'), cell: (row) => term('EventRole', row.role) },
      {
        id: 'place',
        head: t('place'),
        cell: (row) => row.eventName ?? `${row.organizationName} · ${t('wholeOrganization')}`,
        width: '2fr',
      },
    ],
    [t, term],
  );
}

/** Taking a role away is done at once and can be taken back. */
function useTaking(): (row: StaffRoleRow) => Promise<void> {
  const t = useWords(staffWords);
  const term = useTerms();
  const revoke = useDeed(revokeRoleMutation, 'staff');
  const grant = useDeed(grantRoleMutation, 'staff');
  return async (row) => {
    const place = placeOfKey(placeKey(row));
    const { name, email, role } = row;
    const restore = async () => {
      const { grantRole } = await grant.mutateAsync({ place, email, role });
      if (isRefusal(grantRole)) return toast(grantRole.message, { tone: 'bad' });
      toast(t('restored', { name, role: term('EventRole', role) }));
    };
    const { revokeRole } = await revoke.mutateAsync({ place, accountId: row.accountId });
    if (isRefusal(revokeRole)) toast(revokeRole.message, { tone: 'bad' });
    else toast(t('taken', { name }), { undo: restore });
  };
}

/** For those who give roles somewhere, who may also take the list away. */
function Giving({ give }: { readonly give: () => void }) {
  const t = useWords(staffWords);
  return (
    <>
      <Button look="main" icon="add" onClick={give}>
        {t('give')}
      </Button>
      <ButtonLink icon="upload" to="/import/staff" search={{ back: '/staff' }}>
        {t('import')}
      </ButtonLink>
    </>
  );
}

export default function StaffScreen() {
  const t = useWords(staffWords);
  const state = useListState('place');
  const [edited, setEdited] = useState<StaffRoleRow | 'new' | null>(null);
  const places = useAsk('staff', rolePlacesQuery, {}).data?.rolePlaces ?? [];
  const options = placeOptions(places, t('wholeOrganization'));
  const { search, filters } = state;
  const filter = filters.place ? placeOfKey(filters.place) : null;
  const data = useConnection('staff', staffRolesQuery, { search: search || null, filter }, (found) => found.staffRoles);
  const columns = useColumns();
  const take = useTaking();
  const give = options.length > 0 && <Giving give={() => setEdited('new')} />;
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {give}
          {options.length > 0 && <ExportMenu kind="staff" query={{ search, ...filter }} />}
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={[{ name: 'place', label: t('place'), options, all: t('allPlaces') }]}
        actions={(row) =>
          row.mayChange
            ? [
                { label: t('change'), icon: 'edit', onSelect: () => setEdited(row) },
                { label: t('take'), icon: 'archive', tone: 'danger', onSelect: () => void take(row) },
              ]
            : []
        }
        empty={
          <EmptyState title={t('none')} actions={give}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t(edited === 'new' ? 'give' : 'change')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <RoleForm held={edited === 'new' ? null : edited} places={options} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
