import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { CheckField, Form, TextField, toast, useForm } from '../../design/index.js';
import { createAccountMutation } from './accounts.queries.js';
import { accountListWords } from './accounts.words.js';

export function AccountForm({ close }: { readonly close: () => void }) {
  const t = useWords(accountListWords);
  const create = useDeed(createAccountMutation, 'accounts');
  const form = useForm({
    initial: { name: '', email: '', isAdministrator: false },
    check: ({ name, email }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      email: email.trim() ? undefined : t('emailMissing'),
    }),
    send: async (input) => (await create.mutateAsync({ input })).createStaffAccount,
    done: ({ name }) => {
      toast(t('added', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('invite')} onCancel={close}>
      <p className="soft">{t('inviteLead')}</p>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={100} />
      <TextField {...form.field('email')} label={t('email')} hint={t('emailHint')} type="email" />
      <CheckField {...form.field('isAdministrator')} label={t('administrator')} hint={t('administratorHint')} />
    </Form>
  );
}
