import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Form, TextField, toast, useForm } from '../../design/index.js';
import {
  createOrganizationMutation,
  renameOrganizationMutation,
  type OrganizationRow,
} from './organizations.queries.js';
import { organizationWords } from './organizations.words.js';

interface OrganizationFormProps {
  /** null: a new one. */
  readonly organization: OrganizationRow | null;
  readonly close: () => void;
}

export function OrganizationForm({ organization, close }: OrganizationFormProps) {
  const t = useWords(organizationWords);
  const create = useDeed(createOrganizationMutation, 'organizations', 'staff');
  const rename = useDeed(renameOrganizationMutation, 'organizations', 'staff');
  const form = useForm({
    initial: { name: organization?.name ?? '' },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('nameMissing') }),
    send: async ({ name }) => {
      if (!organization) return (await create.mutateAsync({ name })).createOrganization;
      return (await rename.mutateAsync({ id: organization.id, name })).renameOrganization;
    },
    done: ({ name }) => {
      toast(t(organization ? 'saved' : 'added', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t(organization ? 'rename' : 'add')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={150} />
    </Form>
  );
}
