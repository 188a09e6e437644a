import { ask } from '../../app/api.js';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import {
  ComboboxField,
  Form,
  SelectField,
  toast,
  useForm,
  type Choice,
  type FieldBinding,
} from '../../design/index.js';
import type { SpeakerRow } from './sessions.queries.js';
import { addSpeakerMutation, personChoicesQuery, positionsQuery, updateSpeakerMutation } from './speakers.queries.js';
import { speakerWords } from './speakers.words.js';

interface SpeakerFormProps {
  readonly sessionId: string;
  /** null: a new one. */
  readonly speaker: SpeakerRow | null;
  readonly close: () => void;
}

async function findPersons(search: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const { persons } = await ask(personChoicesQuery, { search: search || null }, { signal });
  return persons.edges.map(({ node: { id, fullName, positions } }) => {
    const [latest] = positions;
    return { value: id, label: fullName, ...(latest && { detail: `${latest.title}, ${latest.institution.name}` }) };
  });
}

export function SpeakerForm({ sessionId, speaker, close }: SpeakerFormProps) {
  const t = useWords(speakerWords);
  const roles = useTermOptions('SpeakerRole');
  const add = useDeed(addSpeakerMutation, 'sessions', 'agenda');
  const update = useDeed(updateSpeakerMutation, 'sessions', 'agenda');
  const form = useForm({
    initial: {
      personId: chosen(speaker),
      positionId: speaker?.positionId ?? '',
      role: String(speaker?.role ?? 'ponente'),
    },
    check: ({ personId, role }) => ({
      personId: personId ? undefined : t('personMissing'),
      role: role ? undefined : t('roleMissing'),
    }),
    send: async ({ personId, positionId: chosen, role: typed }) => {
      const [role, positionId] = [typed as SpeakerRow['role'], chosen || null];
      if (speaker) return (await update.mutateAsync({ id: speaker.id, input: { role, positionId } })).updateSpeaker;
      const input = { sessionId, personId: personId?.value ?? '', positionId, role };
      return (await add.mutateAsync({ input })).addSpeaker;
    },
    done: ({ person }) => {
      toast(t(speaker ? 'saved' : 'added', { name: person.fullName }));
      close();
    },
  });
  const person = form.field('personId');
  const choose = (choice: Choice | null) => {
    person.onChange(choice);
    form.set('positionId', '');
  };
  return (
    <Form form={form} submit={t(speaker ? 'edit' : 'add')} onCancel={close}>
      {!speaker && (
        <ComboboxField
          {...person}
          onChange={choose}
          label={t('person')}
          hint={t('personHint')}
          noun="persons"
          find={findPersons}
        />
      )}
      <PositionField binding={form.field('positionId')} personId={form.values.personId?.value} />
      <SelectField {...form.field('role')} label={t('role')} options={roles} />
    </Form>
  );
}

interface PositionProps {
  readonly binding: FieldBinding;
  readonly personId: string | undefined;
}

/** The positions of whoever is chosen. */
function PositionField({ binding, personId = '' }: PositionProps) {
  const t = useWords(speakerWords);
  const { data } = useAsk('persons', positionsQuery, { personId }, { enabled: personId !== '' });
  const positions = data?.person?.id === personId ? data.person.positions : [];
  return (
    <SelectField
      {...binding}
      label={t('position')}
      hint={t('positionHint')}
      isOptional
      none={t('noPosition')}
      options={positions.map(({ id, title, institution }) => ({ value: id, label: `${title}, ${institution.name}` }))}
    />
  );
}

function chosen(speaker: SpeakerRow | null): Choice | null {
  return speaker && { value: speaker.person.id, label: speaker.person.fullName };
}
