import { useDeed } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Form, TextField, toast, useForm } from '../../design/index.js';
import { addVenueMutation, updateVenueMutation } from './rooms.queries.js';
import { roomWords } from './rooms.words.js';

export interface VenueRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly roomCount: number;
}

interface VenueFormProps {
  /** null: a new one. */
  readonly venue: VenueRow | null;
  readonly close: () => void;
}

export function VenueForm({ venue, close }: VenueFormProps) {
  const t = useWords(roomWords);
  const { id: eventId } = useEvent();
  const add = useDeed(addVenueMutation, 'rooms');
  const update = useDeed(updateVenueMutation, 'rooms');
  const form = useForm({
    initial: { name: venue?.name ?? '', address: venue?.address ?? '' },
    check: ({ name, address }) => ({
      name: name.trim() ? undefined : t('venueNameMissing'),
      address: address.trim() ? undefined : t('addressMissing'),
    }),
    send: async ({ name, address }) => {
      if (!venue) return (await add.mutateAsync({ input: { eventId, name, address } })).addVenue;
      return (await update.mutateAsync({ id: venue.id, input: { name, address } })).updateVenue;
    },
    done: ({ name }) => {
      toast(t(venue ? 'venueSaved' : 'venueAdded', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t(venue ? 'editVenue' : 'addVenue')} onCancel={close}>
      <TextField {...form.field('name')} label={t('venueName')} hint={t('venueNameHint')} maxLength={200} />
      <TextField {...form.field('address')} label={t('address')} hint={t('addressHint')} maxLength={200} />
    </Form>
  );
}
