import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import type { ResultOf } from '../../app/graphql.js';
import { isRefusal } from '../../app/refusal.js';
import { useWords } from '../../app/words.js';
import { Badge, Button, Dialog, Form, TextField, toast, useForm } from '../../design/index.js';
import { Section } from './account-card.js';
import {
  confirmAuthenticatorMutation,
  removeAuthenticatorMutation,
  startAuthenticatorMutation,
} from './account.queries.js';
import { accountWords } from './account.words.js';
import { RecoveryCodes } from './recovery-codes.js';

type Setup = ResultOf<typeof startAuthenticatorMutation>['startAuthenticator'];

interface AuthenticatorProps {
  readonly isOn: boolean;
  readonly email: string;
}

export function AuthenticatorSection({ isOn, email }: AuthenticatorProps) {
  const t = useWords(accountWords);
  const start = useDeed(startAuthenticatorMutation);
  const remove = useDeed(removeAuthenticatorMutation, 'account', 'me');
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = async () => setSetup((await start.mutateAsync({})).startAuthenticator);
  const takeAway = async () => {
    const { removeAuthenticator: answer } = await remove.mutateAsync({});
    if (isRefusal(answer)) toast(answer.message, { tone: 'bad' });
    else toast(t('appRemoved'));
  };
  const title = (
    <>
      {t('app')} <Badge tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'appOn' : 'appOff')}</Badge>
    </>
  );
  return (
    <Section title={title} text={t('appText')}>
      <div className="row">
        <Button look={isOn ? 'plain' : 'main'} disabled={start.isPending} onClick={() => void begin()}>
          {t(isOn ? 'appReplace' : 'appStart')}
        </Button>
        {isOn && (
          <Button look="quiet" onClick={() => void takeAway()}>
            {t('appRemove')}
          </Button>
        )}
      </div>
      <Dialog title={t('app')} description={t('appScan')} isOpen={setup !== null} onClose={() => setSetup(null)}>
        {setup && (
          <SetupForm
            setup={setup}
            done={(fresh) => {
              setSetup(null);
              setCodes(fresh);
            }}
          />
        )}
      </Dialog>
      <RecoveryCodes codes={codes} email={email} close={() => setCodes(null)} />
    </Section>
  );
}

interface SetupProps {
  readonly setup: Setup;
  readonly done: (codes: readonly string[]) => void;
}

function SetupForm({ setup, done }: SetupProps) {
  const t = useWords(accountWords);
  const confirm = useDeed(confirmAuthenticatorMutation, 'account', 'me');
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: /^\s*\d{3}\s*\d{3}\s*$/.test(code) ? undefined : t('codeMissing') }),
    send: async ({ code }) => (await confirm.mutateAsync({ code })).confirmAuthenticator,
    done: ({ codes }) => {
      toast(t('appDone'));
      done(codes);
    },
  });
  return (
    <>
      {/* Drawn by the server from the secret alone: nothing in it was typed by anybody. */}
      <div className="account-qr" role="img" aria-label={t('appQr')} dangerouslySetInnerHTML={{ __html: setup.qr }} />
      <p className="soft">{t('appByHand')}</p>
      <code className="account-key">{setup.secret.replace(/.{4}/g, '$& ').trim()}</code>
      <p>
        <a className="button" data-look="quiet" data-size="small" href={setup.uri}>
          {t('appOpen')}
        </a>
      </p>
      <Form form={form} submit={t('appConfirm')}>
        <TextField
          {...form.field('code')}
          label={t('appCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          width="short"
        />
      </Form>
    </>
  );
}
