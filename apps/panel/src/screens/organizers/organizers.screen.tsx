import { useState } from 'react';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  Drawer,
  EmptyState,
  Fault,
  OrderedList,
  Screen,
  Skeleton,
  toast,
  useAct,
} from '../../design/index.js';
import { FileActions } from '../../sheets/file-actions.js';
import { OrganizerForm, type OrganizerRow } from './organizer.form.js';
import {
  addOrganizerMutation,
  organizersQuery,
  removeOrganizerMutation,
  reorderOrganizersMutation,
} from './organizers.queries.js';
import { organizerWords } from './organizers.words.js';

/** Both can be taken back: who is removed is named again and put at the same place. */
function useProtocol(rows: readonly OrganizerRow[]) {
  const t = useWords(organizerWords);
  const act = useAct();
  const { id: eventId } = useEvent();
  const order = useDeed(reorderOrganizersMutation, 'organizers');
  const away = useDeed(removeOrganizerMutation, 'organizers');
  const add = useDeed(addOrganizerMutation, 'organizers');
  const before = rows.map(({ id }) => id);
  const put = async (organizerIds: readonly string[]) =>
    (await order.mutateAsync({ eventId, organizerIds: [...organizerIds] })).reorderEventOrganizers;
  const nameAgain = (row: OrganizerRow) =>
    act(async () => {
      const input = { eventId, institutionId: row.institution.id, role: row.role };
      const answer = (await add.mutateAsync({ input })).addEventOrganizer;
      if (answer.__typename === 'Refusal') return answer;
      const fresh = answer.organizers.at(-1)?.id ?? '';
      return put(before.map((id) => (id === row.id ? fresh : id)));
    });
  return {
    reorder: async (ids: readonly string[]) =>
      (await act(
        () => put(ids),
        () => toast(t('reordered'), { undo: () => act(() => put(before)) }),
      )) !== null,
    remove: (row: OrganizerRow) =>
      act(
        async () => (await away.mutateAsync({ eventId, organizerId: row.id })).removeEventOrganizer,
        () => toast(t('removed', { name: row.institution.name }), { undo: () => nameAgain(row) }),
      ),
  };
}

export default function OrganizersScreen() {
  const t = useWords(organizerWords);
  const term = useTerms();
  const { id: eventId, slug } = useEvent();
  const [edited, setEdited] = useState<OrganizerRow | 'new' | null>(null);
  const query = useAsk('organizers', organizersQuery, { eventId });
  const rows = query.data?.event?.organizers;
  const { reorder, remove } = useProtocol(rows ?? []);
  const add = (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FileActions kind="organizers" slug={slug} query={{ eventId }} />
          {add}
        </>
      }
    >
      {query.error && <Fault error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Skeleton lines={4} />}
      {rows?.length === 0 && (
        <EmptyState title={t('none')} actions={add}>
          {t('noneText')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <OrderedList
          label={t('title')}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ institution }) => institution.shortName ?? institution.name}
          onReorder={reorder}
          actions={(row) => [
            { label: t('change'), icon: 'edit', onSelect: () => setEdited(row) },
            { label: t('remove'), icon: 'close', onSelect: () => void remove(row) },
          ]}
        >
          {({ institution, role }) => (
            <>
              <strong>{institution.name}</strong> <Badge>{term('OrganizerRole', role)}</Badge>
              {institution.shortName && <div className="soft">{institution.shortName}</div>}
            </>
          )}
        </OrderedList>
      )}
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && (
          <OrganizerForm
            organizer={edited === 'new' ? null : edited}
            isFirst={rows?.length === 0}
            close={() => setEdited(null)}
          />
        )}
      </Drawer>
    </Screen>
  );
}
