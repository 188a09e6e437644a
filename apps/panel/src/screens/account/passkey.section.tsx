import { useState } from 'react';
import { ask } from '../../app/api.js';
import { useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { hasPasskeys, makePasskey } from '../../app/passkey.js';
import { isRefusal } from '../../app/refusal.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Button, Confirm, Dialog, Form, Notice, TextField, toast, useForm } from '../../design/index.js';
import { Section } from './account-card.js';
import {
  registerPasskeyMutation,
  renamePasskeyMutation,
  revokePasskeyMutation,
  startPasskeyMutation,
} from './account.queries.js';
import { accountWords } from './account.words.js';

interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function PasskeySection({ passkeys }: { readonly passkeys: readonly PasskeyRow[] }) {
  const t = useWords(accountWords);
  const [edited, setEdited] = useState<PasskeyRow | 'new' | null>(null);
  const [revoked, setRevoked] = useState<PasskeyRow | null>(null);
  const close = () => setEdited(null);
  return (
    <Section title={t('passkeys')} text={t('passkeysText')}>
      {passkeys.length === 0 && <p>{t('noPasskeys')}</p>}
      <ul className="account-rows">
        {passkeys.map((row) => (
          <PasskeyLine key={row.id} row={row} rename={() => setEdited(row)} revoke={() => setRevoked(row)} />
        ))}
      </ul>
      {hasPasskeys() ? (
        <Button look="main" icon="add" onClick={() => setEdited('new')}>
          {t('addPasskey')}
        </Button>
      ) : (
        <p className="soft">{t('noSupport')}</p>
      )}
      <Dialog title={t(edited === 'new' ? 'addPasskey' : 'rename')} isOpen={edited !== null} onClose={close}>
        {edited === 'new' && <NewPasskey close={close} />}
        {edited && edited !== 'new' && <RenamePasskey row={edited} close={close} />}
      </Dialog>
      {revoked && <RevokePasskey row={revoked} close={() => setRevoked(null)} />}
    </Section>
  );
}

interface LineProps {
  readonly row: PasskeyRow;
  readonly rename: () => void;
  readonly revoke: () => void;
}

function PasskeyLine({ row, rename, revoke }: LineProps) {
  const t = useWords(accountWords);
  const language = useLanguage();
  const { name, isBackedUp, createdAt, lastUsedAt } = row;
  const used = lastUsedAt ? t('used', { date: instantText(lastUsedAt, zone, language) }) : t('neverUsed');
  return (
    <li>
      <span className="grow">
        <strong>{name}</strong> {isBackedUp && <Badge tone="good">{t('backedUp')}</Badge>}
        <small>
          {t('created', { date: instantText(createdAt, zone, language) })} · {used}
        </small>
      </span>
      <Button size="small" onClick={rename} aria-label={`${t('rename')}: ${name}`}>
        {t('rename')}
      </Button>
      <Button size="small" look="quiet" onClick={revoke} aria-label={`${t('revoke')}: ${name}`}>
        {t('revoke')}
      </Button>
    </li>
  );
}

function NewPasskey({ close }: { readonly close: () => void }) {
  const t = useWords(accountWords);
  const register = useDeed(registerPasskeyMutation, 'account', 'me');
  const [fault, setFault] = useState<string | null>(null);
  const form = useForm({
    initial: { name: '' },
    send: async ({ name }) => {
      setFault(null);
      const { startPasskeyRegistration: question } = await ask(startPasskeyMutation, {});
      const reply = await makePasskey(question).catch((error: Error) => error);
      // The browser says no more than that nothing was made.
      if (reply instanceof Error) return setFault(t('passkeyFailed')) ?? ({ __typename: 'Cancelled' } as const);
      return (await register.mutateAsync({ reply, name })).registerPasskey;
    },
    done: (row) => {
      if (row.__typename !== 'Passkey') return;
      toast(t('passkeyAdded', { name: row.name }));
      close();
    },
  });
  return (
    <>
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Form form={form} submit={t('addPasskey')} onCancel={close}>
        <TextField {...form.field('name')} label={t('passkeyName')} hint={t('passkeyNameHint')} maxLength={60} />
      </Form>
    </>
  );
}

function RenamePasskey({ row, close }: { readonly row: PasskeyRow; readonly close: () => void }) {
  const t = useWords(accountWords);
  const rename = useDeed(renamePasskeyMutation, 'account');
  const form = useForm({
    initial: { name: row.name },
    send: async ({ name }) => (await rename.mutateAsync({ id: row.id, name })).renamePasskey,
    done: ({ name }) => {
      toast(t('passkeyRenamed', { name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <TextField {...form.field('name')} label={t('passkeyName')} maxLength={60} />
    </Form>
  );
}

function RevokePasskey({ row, close }: { readonly row: PasskeyRow; readonly close: () => void }) {
  const t = useWords(accountWords);
  const revoke = useDeed(revokePasskeyMutation, 'account', 'me');
  const act = async () => {
    const { revokePasskey: answer } = await revoke.mutateAsync({ id: row.id });
    if (isRefusal(answer)) toast(answer.message, { tone: 'bad' });
    else toast(t('passkeyRevoked', { name: row.name }));
  };
  return (
    <Confirm
      title={t('revokeTitle', { name: row.name })}
      text={<p>{t('revokeText')}</p>}
      confirm={t('revoke')}
      isOpen
      onClose={close}
      onConfirm={act}
    />
  );
}
