import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Form, SelectField, TextField, toast, useForm, type Option } from '../../design/index.js';
import { addRoomMutation, updateRoomMutation } from './rooms.queries.js';
import { roomWords } from './rooms.words.js';

export interface RoomRow {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly venue: { readonly id: string; readonly name: string };
}

interface RoomFormProps {
  /** null: a new one. */
  readonly room: RoomRow | null;
  readonly venues: readonly Option[];
  readonly close: () => void;
}

export function RoomForm({ room, venues, close }: RoomFormProps) {
  const t = useWords(roomWords);
  const add = useDeed(addRoomMutation, 'rooms');
  const update = useDeed(updateRoomMutation, 'rooms');
  const form = useForm({
    initial: { name: room?.name ?? '', venueId: room?.venue.id ?? '', capacity: room ? String(room.capacity) : '' },
    check: ({ name, venueId, capacity }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      venueId: venueId ? undefined : t('venueMissing'),
      capacity: /^[1-9]\d*$/.test(capacity) ? undefined : t('capacityWrong'),
    }),
    send: async ({ name, venueId, capacity: typed }) => {
      const capacity = Number(typed);
      if (!room) return (await add.mutateAsync({ input: { name, venueId, capacity } })).addRoom;
      return (await update.mutateAsync({ id: room.id, input: { name, capacity } })).updateRoom;
    },
    done: ({ name }) => {
      toast(t(room ? 'saved' : 'added', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={room ? t('edit') : t('add')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={200} />
      {!room && <SelectField {...form.field('venueId')} label={t('venue')} options={venues} />}
      <TextField
        {...form.field('capacity')}
        label={t('capacity')}
        hint={t('capacityHint')}
        inputMode="numeric"
        width="short"
      />
    </Form>
  );
}
