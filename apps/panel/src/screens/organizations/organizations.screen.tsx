import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsk, wholeList } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { matches } from '../../app/matching.js';
import { useMe } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Badge, Button, DataList, Drawer, EmptyState, Screen, type ListColumn } from '../../design/index.js';
import { OrganizationForm } from './organization.form.js';
import { organizationsQuery, type OrganizationRow } from './organizations.queries.js';
import { organizationWords } from './organizations.words.js';

export default function OrganizationsScreen() {
  const t = useWords(organizationWords);
  const navigate = useNavigate();
  const me = useMe();
  const state = useListState();
  const [edited, setEdited] = useState<OrganizationRow | 'new' | null>(null);
  const query = useAsk('organizations', organizationsQuery, {});
  const all = query.data?.organizations;
  const rows = useMemo(() => (all ?? []).filter(({ name }) => matches(name, state.search)), [all, state.search]);
  const columns = useMemo(
    (): readonly ListColumn<OrganizationRow>[] => [
      {
        id: 'name',
        head: t('name'),
        cell: (row) => (
          <>
            {row.name} {row.isDemonstration && <Badge>{t('demonstration')}</Badge>}
          </>
        ),
        value: (row) => row.name,
      },
    ],
    [t],
  );
  const add = me?.isAdministrator && (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const toStaff = (row: OrganizationRow) => void navigate({ to: '/staff', search: { place: `o.${row.id}` } });
  return (
    <Screen title={t('title')} lead={t('lead')} actions={add}>
      <DataList
        label={t('title')}
        columns={columns}
        data={wholeList(query, rows)}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        onOpen={toStaff}
        actions={(row) => [
          { label: t('staff'), icon: 'person', onSelect: () => toStaff(row) },
          ...(row.mayChange ? [{ label: t('rename'), icon: 'edit' as const, onSelect: () => setEdited(row) }] : []),
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <Drawer title={t(edited === 'new' ? 'add' : 'rename')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <OrganizationForm organization={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
