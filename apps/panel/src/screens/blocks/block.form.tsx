import { useDeed } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, SelectField, TextField, toast, useForm } from '../../design/index.js';
import { addBlockMutation, updateBlockMutation, type BlockRow } from './blocks.queries.js';
import { blockWords } from './blocks.words.js';

interface BlockFormProps {
  /** null: a new one. */
  readonly block: BlockRow | null;
  readonly close: () => void;
}

export function BlockForm({ block, close }: BlockFormProps) {
  const t = useWords(blockWords);
  const { id: eventId } = useEvent();
  const colours = useTermOptions('BlockColour');
  const add = useDeed(addBlockMutation, 'blocks');
  const update = useDeed(updateBlockMutation, 'blocks', 'sessions');
  const form = useForm({
    initial: { name: block?.name ?? '', colour: String(block?.colour ?? '') },
    check: ({ name, colour }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      colour: colour ? undefined : t('colourMissing'),
    }),
    send: async ({ name, colour: typed }) => {
      const colour = typed as BlockRow['colour'];
      if (!block) return (await add.mutateAsync({ input: { eventId, name, colour } })).addThematicBlock;
      return (await update.mutateAsync({ id: block.id, input: { name, colour } })).updateThematicBlock;
    },
    done: ({ name }) => {
      toast(t(block ? 'saved' : 'added', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t(block ? 'edit' : 'add')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={200} />
      <SelectField {...form.field('colour')} label={t('colour')} hint={t('colourHint')} options={colours} />
    </Form>
  );
}
