import { useRef, useState } from 'react';
import { ask } from '../../app/api.js';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { dayText } from '../../app/dates.js';
import { isRefusal } from '../../app/refusal.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Form, LongTextField, SelectField, TextField, useForm } from '../../design/index.js';
import { SessionConflict } from './session-conflict.js';
import { checkSession, inputOf, type SessionValues } from './session.values.js';
import {
  createSessionMutation,
  placesQuery,
  sessionQuery,
  updateSessionMutation,
  type SessionDetail,
} from './sessions.queries.js';
import { sessionWords } from './sessions.words.js';

interface SessionFormProps {
  /** null: a new one. */
  readonly session: SessionDetail | null;
  readonly initial: SessionValues;
  readonly onSaved: (session: { readonly id: string; readonly title: string }) => void;
  /** The saved one is taken in place of what was typed. */
  readonly onTakeTheirs?: () => void;
  readonly onCancel?: () => void;
}

export function SessionForm({ session, initial, onSaved, onTakeTheirs, onCancel }: SessionFormProps) {
  const t = useWords(sessionWords);
  const { id: eventId } = useEvent();
  const [theirs, setTheirs] = useState<SessionDetail | null>(null);
  /** On which version the change is decided: the one that was opened, or the newer one that its editor has seen. */
  const version = useRef(session?.version ?? 0);
  const create = useDeed(createSessionMutation, 'sessions', 'agenda');
  const update = useDeed(updateSessionMutation, 'sessions', 'agenda');
  const save = async (values: SessionValues, on: number) => {
    if (!session) return (await create.mutateAsync({ input: { eventId, ...inputOf(values) } })).createSession;
    const variables = { id: session.id, input: { ...inputOf(values), version: on } };
    return (await update.mutateAsync(variables)).updateSession;
  };
  const form = useForm({
    initial,
    check: (values) => checkSession(values, t),
    send: async (values) => {
      const answer = await save(values, version.current);
      if (session && isRefusal(answer) && answer.code === 'SESSION_CHANGED_MEANWHILE') {
        setTheirs((await ask(sessionQuery, { id: session.id })).session);
      }
      return answer;
    },
    done: (row) => onSaved(row),
  });
  return (
    <Form form={form} submit={t(session ? 'save' : 'add')} {...(onCancel && { onCancel })}>
      {theirs && onTakeTheirs && (
        <SessionConflict
          theirs={theirs}
          yours={form.values}
          onTakeTheirs={onTakeTheirs}
          onKeepYours={() => {
            version.current = theirs.version;
            setTheirs(null);
            void form.submit();
          }}
        />
      )}
      <SessionFields form={form} />
    </Form>
  );
}

function SessionFields({ form }: { readonly form: ReturnType<typeof useForm<SessionValues, { __typename: string }>> }) {
  const t = useWords(sessionWords);
  const language = useLanguage();
  const { id: eventId, days, zone } = useEvent();
  const kinds = useTermOptions('SessionKind');
  const places = useAsk('sessions', placesQuery, { eventId }).data;
  const rooms = places?.event?.venues.flatMap((venue) => venue.rooms) ?? [];
  return (
    <>
      <SelectField {...form.field('kind')} label={t('kind')} options={kinds} />
      <TextField {...form.field('title')} label={t('name')} maxLength={200} />
      <SelectField
        {...form.field('day')}
        label={t('day')}
        hint={zone}
        options={days.map((day) => ({ value: day, label: dayText(day, language) }))}
      />
      <div className="columns">
        <TextField {...form.field('startsAt')} label={t('from')} type="time" />
        <TextField {...form.field('endsAt')} label={t('to')} type="time" />
        <SelectField
          {...form.field('roomId')}
          label={t('room')}
          hint={t('roomHint')}
          isOptional
          none={t('noRoom')}
          options={rooms.map(({ id, name, capacity }) => ({ value: id, label: `${name} (${capacity})` }))}
        />
        <SelectField
          {...form.field('blockId')}
          label={t('block')}
          isOptional
          none={t('noBlock')}
          options={(places?.thematicBlocks ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <LongTextField
        {...form.field('summary')}
        label={t('summary')}
        hint={t('summaryHint')}
        isOptional
        maxLength={4000}
      />
    </>
  );
}
