import { ask } from '../../app/api.js';
import { useDeed } from '../../app/ask-hooks.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { CheckField, ComboboxField, Form, TextField, toast, useForm, type Choice } from '../../design/index.js';
import {
  correctRegistrationMutation,
  delegationChoicesQuery,
  registerPeopleMutation,
  type registrationsQuery,
} from './registrations.queries.js';
import { registrationWords } from './registrations.words.js';

export type RegistrationRow = ResultOf<typeof registrationsQuery>['registrations']['edges'][number]['node'];

const nobody = { givenNames: '', familyNames: '', positionTitle: '', email: '', phone: '' };
type Typed = typeof nobody;

/** What every form of a person asks for. */
function usePersonCheck() {
  const t = useWords(registrationWords);
  return ({ givenNames, familyNames, positionTitle }: Typed) => ({
    givenNames: givenNames.trim() ? undefined : t('givenNamesMissing'),
    familyNames: familyNames.trim() ? undefined : t('familyNamesMissing'),
    positionTitle: positionTitle.trim() ? undefined : t('positionMissing'),
  });
}

const entryOf = ({ givenNames, familyNames, positionTitle, email, phone }: Typed) => ({
  givenNames,
  familyNames,
  positionTitle,
  email: email.trim() || null,
  phone: phone.trim() || null,
});

interface RegisterProps {
  /** null: to be chosen. */
  readonly delegationId: string | null;
  readonly close: () => void;
}

/** One person at a time; the focal point's own page takes many. */
export function RegisterForm({ delegationId, close }: RegisterProps) {
  const t = useWords(registrationWords);
  const term = useTerms();
  const { id: eventId } = useEvent();
  const check = usePersonCheck();
  const register = useDeed(registerPeopleMutation, 'registrations', 'delegations', 'messages');
  const form = useForm({
    initial: { ...nobody, delegationId: null as Choice | null, mayWait: false },
    check: (typed) => ({
      ...check(typed),
      delegationId: delegationId || typed.delegationId ? undefined : t('delegationMissing'),
    }),
    send: async (typed) => {
      const input = {
        delegationId: delegationId ?? typed.delegationId?.value ?? '',
        people: [entryOf(typed)],
        mayWait: typed.mayWait,
      };
      const { registerPeople: answer } = await register.mutateAsync({ input });
      return answer.refusals.at(0) ?? answer;
    },
    done: ({ registrations: [entered] }) => {
      if (entered) {
        const state = term('RegistrationState', entered.state);
        toast(t('registered', { name: entered.person.fullName, state }));
      }
      close();
    },
  });
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const { delegations } = await ask(delegationChoicesQuery, { eventId, search: search || null }, { signal });
    return delegations.edges.map(({ node: { id, institution, taken, quota } }) => ({
      value: id,
      label: institution.name,
      detail: `${taken}/${quota}`,
    }));
  };
  return (
    <Form form={form} submit={t('add')} onCancel={close}>
      {!delegationId && (
        <ComboboxField
          {...form.field('delegationId')}
          label={t('delegation')}
          hint={t('delegationHint')}
          noun="delegations"
          find={find}
        />
      )}
      <PersonFields form={form} />
      <CheckField {...form.field('mayWait')} label={t('mayWait')} />
    </Form>
  );
}

interface CorrectProps {
  readonly row: RegistrationRow;
  readonly close: () => void;
}

export function CorrectForm({ row, close }: CorrectProps) {
  const t = useWords(registrationWords);
  const check = usePersonCheck();
  const correct = useDeed(correctRegistrationMutation, 'registrations');
  const { givenNames, familyNames, email, phone } = row.person;
  const form = useForm({
    initial: { givenNames, familyNames, positionTitle: row.positionTitle, email: email ?? '', phone: phone ?? '' },
    check,
    send: async (typed) => {
      const { correctRegistration: answer } = await correct.mutateAsync({ id: row.id, person: entryOf(typed) });
      return answer.refusals.at(0) ?? answer;
    },
    done: ({ registrations: [corrected] }) => {
      toast(t('corrected', { name: corrected?.person.fullName ?? '' }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <p className="soft">{t('onlyPosition')}</p>
      <PersonFields form={form} />
    </Form>
  );
}

interface FieldsOfPerson {
  readonly field: (name: keyof Typed) => {
    readonly name: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly error: string | undefined;
  };
}

function PersonFields({ form }: { readonly form: FieldsOfPerson }) {
  const t = useWords(registrationWords);
  return (
    <>
      <TextField {...form.field('givenNames')} label={t('givenNames')} maxLength={100} />
      <TextField {...form.field('familyNames')} label={t('familyNames')} maxLength={100} />
      <TextField {...form.field('positionTitle')} label={t('position')} hint={t('positionHint')} maxLength={150} />
      <TextField {...form.field('email')} label={t('email')} hint={t('emailHint')} type="email" isOptional />
      <TextField {...form.field('phone')} label={t('phone')} type="tel" isOptional width="short" />
    </>
  );
}
