import { useState } from 'react';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { ComboboxField, Form, Notice, toast, useForm, type Choice } from '../../design/index.js';
import { findInstitutions, findPersons } from '../choices/choices.js';
import { blocksQuery } from './blocks.queries.js';
import { partyWords } from './blocks.words.js';
import {
  changeContactMutation,
  joinMeetingsMutation,
  setAvailabilityMutation,
  type partiesQuery,
} from './parties.queries.js';
import { wallClock } from './wall-clock.js';

export type PartyRow = ResultOf<typeof partiesQuery>['meetingParties']['edges'][number]['node'];

export function JoinForm({ close }: { readonly close: () => void }) {
  const t = useWords(partyWords);
  const { id: eventId } = useEvent();
  const join = useDeed(joinMeetingsMutation, 'meetings', 'messages');
  const form = useForm({
    initial: { institutionId: null as Choice | null, contactPersonId: null as Choice | null },
    check: ({ institutionId, contactPersonId }) => ({
      institutionId: institutionId ? undefined : t('institutionMissing'),
      contactPersonId: contactPersonId ? undefined : t('contactMissing'),
    }),
    send: async ({ institutionId, contactPersonId }) => {
      const who = { institutionId: institutionId?.value ?? '', contactPersonId: contactPersonId?.value ?? '' };
      return (await join.mutateAsync({ eventId, ...who })).joinMeetings;
    },
    done: ({ name }) => {
      toast(t('joined', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('add')} onCancel={close}>
      <ComboboxField
        {...form.field('institutionId')}
        label={t('institution')}
        noun="institutions"
        find={findInstitutions}
      />
      <ComboboxField
        {...form.field('contactPersonId')}
        label={t('contact')}
        hint={t('contactHint')}
        noun="persons"
        find={findPersons}
      />
    </Form>
  );
}

interface PartyFormProps {
  readonly row: PartyRow;
  readonly close: () => void;
}

export function ContactForm({ row, close }: PartyFormProps) {
  const t = useWords(partyWords);
  const change = useDeed(changeContactMutation, 'meetings', 'messages');
  const { contact } = row;
  const form = useForm({
    initial: { contactPersonId: contact && { value: contact.id, label: contact.fullName } },
    check: ({ contactPersonId }) => ({ contactPersonId: contactPersonId ? undefined : t('contactMissing') }),
    send: async ({ contactPersonId }) =>
      (await change.mutateAsync({ partyId: row.id, contactPersonId: contactPersonId?.value ?? '' }))
        .changeMeetingContact,
    done: () => {
      toast(t('contactChanged', { name: row.name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <ComboboxField
        {...form.field('contactPersonId')}
        label={t('contact')}
        hint={t('contactHint')}
        noun="persons"
        find={findPersons}
      />
    </Form>
  );
}

/** Every slot of every block, to be ticked where the party wants no meetings. */
export function AvailabilityForm({ row, close }: PartyFormProps) {
  const t = useWords(partyWords);
  const language = useLanguage();
  const { id: eventId, zone } = useEvent();
  const blocks = useAsk('meetings', blocksQuery, { eventId }).data?.meetingBlocks ?? [];
  const [kept, setKept] = useState(() => new Set(row.unavailable.map(({ startsAt }) => wallClock(startsAt, zone))));
  const save = useDeed(setAvailabilityMutation, 'meetings');
  const form = useForm({
    initial: { unavailableSlots: '' },
    send: async () => (await save.mutateAsync({ partyId: row.id, unavailableSlots: [...kept] })).setPartyAvailability,
    done: ({ name }) => {
      toast(t('availabilitySaved', { name }));
      close();
    },
  });
  const turn = (slot: string) =>
    setKept((now) => {
      const next = new Set(now);
      if (!next.delete(slot)) next.add(slot);
      return next;
    });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <p className="soft">{t('availabilityHint')}</p>
      {blocks.length === 0 && <Notice>{t('noBlocks')}</Notice>}
      {blocks.map((block) => (
        <fieldset key={block.id}>
          <legend>{block.name}</legend>
          {block.slots.map(({ startsAt }) => {
            const slot = wallClock(startsAt, zone);
            return (
              <label key={slot} className="check">
                <input type="checkbox" checked={kept.has(slot)} onChange={() => turn(slot)} />
                {instantText(startsAt, zone, language)}
              </label>
            );
          })}
        </fieldset>
      ))}
    </Form>
  );
}
