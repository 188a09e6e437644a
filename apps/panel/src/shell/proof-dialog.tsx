import { useState } from 'react';
import { ask } from '../app/api.js';
import { useAsk } from '../app/ask-hooks.js';
import { hasPasskeys, signWithPasskey } from '../app/passkey.js';
import { isRefusal } from '../app/refusal.js';
import { useWords } from '../app/words.js';
import { Button, Dialog, Form, Notice, Skeleton, TextField, useForm } from '../design/index.js';
import {
  codeProofMutation,
  passkeyProofMutation,
  passwordProofMutation,
  proofWaysQuery,
  startProofMutation,
} from './proof.queries.js';
import { proofWords } from './proof.words.js';

interface ProofProps {
  readonly done: (isProved: boolean) => void;
}

/** Asks who sits there by whatever the account has: a passkey first, then a code, then the password. */
export default function ProofDialog({ done }: ProofProps) {
  const t = useWords(proofWords);
  const { data, isError } = useAsk('account', proofWaysQuery, {});
  const account = data?.myAccount;
  return (
    <Dialog title={t('title')} description={t('lead')} isOpen onClose={() => done(false)}>
      <div className="stack">
        {!account && !isError && <Skeleton lines={3} />}
        {account && account.passkeys.length > 0 && hasPasskeys() && <PasskeyProof done={done} />}
        {account && <TypedProof hasCode={account.hasAuthenticator} hasPassword={account.hasPassword} done={done} />}
      </div>
    </Dialog>
  );
}

function PasskeyProof({ done }: ProofProps) {
  const t = useWords(proofWords);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const prove = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { startPasskeyProof: question } = await ask(startProofMutation, {});
      const { proveWithPasskey: answer } = await ask(passkeyProofMutation, { reply: await signWithPasskey(question) });
      if (!isRefusal(answer)) return done(true);
      setFault(answer.message);
    } catch {
      // The browser says no more than that the dialog was closed or the device did not answer.
      setFault(t('passkeyFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Button look="main" autoFocus disabled={isBusy} onClick={() => void prove()}>
        {t('passkey')}
      </Button>
    </div>
  );
}

interface TypedProps extends ProofProps {
  readonly hasCode: boolean;
  readonly hasPassword: boolean;
}

function TypedProof({ hasCode, hasPassword, done }: TypedProps) {
  const t = useWords(proofWords);
  const [way, setWay] = useState<'code' | 'password'>(hasCode ? 'code' : 'password');
  if (!hasCode && !hasPassword) return null;
  return (
    <>
      {way === 'code' ? <CodeProof done={done} /> : <PasswordProof done={done} />}
      {hasCode && hasPassword && (
        <Button look="quiet" size="small" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
          {t(way === 'code' ? 'withPassword' : 'withCode')}
        </Button>
      )}
    </>
  );
}

function CodeProof({ done }: ProofProps) {
  const t = useWords(proofWords);
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() ? undefined : t('missing') }),
    send: async ({ code }) => (await ask(codeProofMutation, { code })).proveWithCode,
    done: () => done(true),
  });
  return (
    <Form form={form} submit={t('confirm')}>
      <TextField
        {...form.field('code')}
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="one-time-code"
        maxLength={20}
      />
    </Form>
  );
}

function PasswordProof({ done }: ProofProps) {
  const t = useWords(proofWords);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: password ? undefined : t('missing') }),
    send: async ({ password }) => (await ask(passwordProofMutation, { password })).proveWithPassword,
    done: () => done(true),
  });
  return (
    <Form form={form} submit={t('confirm')}>
      <TextField {...form.field('password')} label={t('password')} type="password" autoComplete="current-password" />
    </Form>
  );
}
