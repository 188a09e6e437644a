import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Form, TextField, toast, useForm } from '../../design/index.js';
import { Section } from './account-card.js';
import { changePasswordMutation } from './account.queries.js';
import { accountWords } from './account.words.js';

export function PasswordSection() {
  const t = useWords(accountWords);
  const [round, setRound] = useState(0);
  return (
    <Section title={t('password')} text={t('passwordText')}>
      <PasswordForm
        key={round}
        done={() => {
          toast(t('passwordChanged'));
          setRound(round + 1);
        }}
      />
    </Section>
  );
}

function PasswordForm({ done }: { readonly done: () => void }) {
  const t = useWords(accountWords);
  const change = useDeed(changePasswordMutation, 'account');
  const form = useForm({
    initial: { current: '', password: '' },
    check: ({ current, password }) => ({
      current: current ? undefined : t('passwordMissing'),
      password: password ? undefined : t('passwordMissing'),
    }),
    send: async (values) => (await change.mutateAsync(values)).changeMyPassword,
    done,
  });
  return (
    <Form form={form} submit={t('passwordChange')}>
      <TextField
        {...form.field('current')}
        label={t('passwordCurrent')}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        {...form.field('password')}
        label={t('passwordNew')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
    </Form>
  );
}
