import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import {
  Button,
  Drawer,
  EmptyState,
  Fault,
  OrderedList,
  Screen,
  Skeleton,
  Thread,
  toast,
  useAct,
} from '../../design/index.js';
import { BlockForm } from './block.form.js';
import {
  addBlockMutation,
  blocksQuery,
  removeBlockMutation,
  reorderBlocksMutation,
  type BlockRow,
} from './blocks.queries.js';
import { blockWords } from './blocks.words.js';

/** Both can be taken back: a block that was taken away is added again at its place. */
function useBlockDeeds(rows: readonly BlockRow[]) {
  const t = useWords(blockWords);
  const act = useAct();
  const { id: eventId } = useEvent();
  const order = useDeed(reorderBlocksMutation, 'blocks');
  const away = useDeed(removeBlockMutation, 'blocks');
  const add = useDeed(addBlockMutation, 'blocks');
  const before = rows.map(({ id }) => id);
  const put = async (blockIds: readonly string[]) =>
    (await order.mutateAsync({ eventId, blockIds: [...blockIds] })).reorderThematicBlocks;
  const addAgain = ({ id, name, colour }: BlockRow) =>
    act(async () => {
      const answer = (await add.mutateAsync({ input: { eventId, name, colour } })).addThematicBlock;
      if (answer.__typename === 'Refusal') return answer;
      return put(before.map((one) => (one === id ? answer.id : one)));
    });
  return {
    reorder: async (ids: readonly string[]) =>
      (await act(
        () => put(ids),
        () => toast(t('reordered'), { undo: () => act(() => put(before)) }),
      )) !== null,
    remove: (row: BlockRow) =>
      act(
        async () => (await away.mutateAsync({ id: row.id })).removeThematicBlock,
        ({ name }) => toast(t('removed', { name }), { undo: () => addAgain(row) }),
      ),
  };
}

export default function BlocksScreen() {
  const t = useWords(blockWords);
  const { id: eventId, slug } = useEvent();
  const navigate = useNavigate();
  const [edited, setEdited] = useState<BlockRow | 'new' | null>(null);
  const query = useAsk('blocks', blocksQuery, { eventId });
  const rows = query.data?.thematicBlocks;
  const { reorder, remove } = useBlockDeeds(rows ?? []);
  const see = (block: string) => void navigate({ to: '/e/$slug/sessions', params: { slug }, search: { block } });
  const add = (
    <Button look="main" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Screen title={t('title')} lead={t('lead')} actions={add}>
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
          rowName={({ name }) => name}
          onReorder={reorder}
          actions={(row) => [
            { label: t('change'), icon: 'edit', onSelect: () => setEdited(row) },
            { label: t('sessions'), icon: 'search', onSelect: () => see(row.id) },
            { label: t('remove'), icon: 'close', onSelect: () => void remove(row) },
          ]}
        >
          {({ name, colour }) => <Thread colour={colour}>{name}</Thread>}
        </OrderedList>
      )}
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && <BlockForm block={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      </Drawer>
    </Screen>
  );
}
