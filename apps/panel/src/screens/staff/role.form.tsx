import { useDeed } from '../../app/ask-hooks.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, SelectField, TextField, toast, useForm, type Option } from '../../design/index.js';
import { placeKey, placeOfKey } from './role-places.js';
import { grantRoleMutation, type StaffRoleRow } from './staff.queries.js';
import { staffWords } from './staff.words.js';

interface RoleFormProps {
  /** null: for somebody new at a place. */
  readonly held: StaffRoleRow | null;
  readonly places: readonly Option[];
  readonly close: () => void;
}

type Role = StaffRoleRow['role'];

export function RoleForm({ held, places, close }: RoleFormProps) {
  const t = useWords(staffWords);
  const term = useTerms();
  const roles = useTermOptions('EventRole');
  const grant = useDeed(grantRoleMutation, 'staff');
  const form = useForm({
    initial: {
      email: held?.email ?? '',
      place: held ? placeKey(held) : places.length === 1 ? places[0].value : '',
      role: held?.role ?? '',
    },
    check: ({ email, place, role }) => ({
      email: email.trim() ? undefined : t('emailMissing'),
      place: place ? undefined : t('placeMissing'),
      role: role ? undefined : t('roleMissing'),
    }),
    send: async ({ email, place, role }) =>
      (await grant.mutateAsync({ place: placeOfKey(place), email: email.trim(), role: role as Role })).grantRole,
    done: ({ role }) => {
      toast(t('given', { name: held?.name ?? form.values.email.trim(), role: term('EventRole', role) }));
      close();
    },
  });
  return (
    <Form form={form} submit={t(held ? 'change' : 'give')} onCancel={close}>
      {!held && <TextField {...form.field('email')} label={t('email')} hint={t('emailHint')} type="email" />}
      {!held && <SelectField {...form.field('place')} label={t('place')} options={places} />}
      <SelectField {...form.field('role')} label={t('role')} options={roles} />
      <RoleGuide />
    </Form>
  );
}

function RoleGuide() {
  const t = useWords(staffWords);
  const term = useTerms();
  const guide = [
    ['owner', t('ofOwner')],
    ['organiser', t('ofOrganiser')],
    ['communications', t('ofCommunications')],
    ['reception', t('ofReception')],
    ['reader', t('ofReader')],
  ] as const;
  return (
    <details>
      <summary>{t('what')}</summary>
      <dl>
        {guide.map(([role, text]) => (
          <div key={role}>
            <dt>{term('EventRole', role)}</dt>
            <dd className="soft">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
