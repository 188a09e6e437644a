import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../app/api.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import {
  Button,
  ButtonLink,
  IconButton,
  Notice,
  Screen,
  toast,
  UnsavedGuard,
  useFaultText,
} from '../../design/index.js';
import { InviteeForm, type InvitationKind, type Listed } from './invitee.form.js';
import { inviteFocalPointsMutation, inviteSpeakersMutation } from './invitations.queries.js';
import { invitationWords } from './invitations.words.js';

/** Sends a list, all or none; the same key twice does it once. */
async function sendAll(eventId: string, kind: InvitationKind, listed: readonly Listed[], idempotencyKey: string) {
  const options = { idempotencyKey };
  if (kind === 'focal_point') {
    const input = listed.flatMap(({ focalPoint }) => focalPoint ?? []);
    return (await ask(inviteFocalPointsMutation, { eventId, input }, options)).inviteFocalPoints;
  }
  const input = listed.flatMap(({ speaker }) => speaker ?? []);
  return (await ask(inviteSpeakersMutation, { eventId, input }, options)).inviteSpeakers;
}

/** A list is put together here and sent at once. */
export default function InviteScreen() {
  const t = useWords(invitationWords);
  const { slug } = useEvent();
  const search: { kind?: string } = useSearch({ strict: false });
  const kind: InvitationKind = search.kind === 'speaker' ? 'speaker' : 'focal_point';
  const list = useInvitationList(kind);
  const back = (
    <ButtonLink look="quiet" icon="left" to="/e/$slug/invitations" params={{ slug }}>
      {t('title')}
    </ButtonLink>
  );
  return (
    <Screen
      title={t(kind === 'speaker' ? 'inviteSpeakers' : 'inviteFocalPoints')}
      over={back}
      lead={t(kind === 'speaker' ? 'leadSpeakers' : 'leadFocalPoints')}
    >
      <div className="columns">
        <section className="card">
          <InviteeForm key={`${kind} ${list.rows.length}`} kind={kind} listed={list.rows} add={list.add} />
        </section>
        <ToBeSent list={list} />
      </div>
      <UnsavedGuard isDirty={list.rows.length > 0 && !list.isSending} />
    </Screen>
  );
}

function useInvitationList(kind: InvitationKind) {
  const t = useWords(invitationWords);
  const { id: eventId, slug } = useEvent();
  const navigate = useNavigate();
  const client = useQueryClient();
  const explain = useFaultText();
  const [rows, setRows] = useState<readonly Listed[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isSending, setSending] = useState(false);
  const change = (next: readonly Listed[]) => {
    setRows(next);
    setFaults([]);
  };
  const send = async () => {
    setSending(true);
    try {
      const answer = await sendAll(eventId, kind, rows, crypto.randomUUID());
      setFaults(answer.refusals.map(({ message }) => message));
      if (answer.refusals.length > 0) return setSending(false);
      await Promise.all(
        ['invitations', 'delegations', 'messages'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
      );
      toast(t('sent', { count: answer.invitations.length }));
      void navigate({ to: '/e/$slug/invitations', params: { slug } });
    } catch (error) {
      setFaults([explain(error as Error)]);
      setSending(false);
    }
  };
  return {
    rows,
    faults,
    isSending,
    add: (row: Listed) => change([...rows, row]),
    remove: (row: Listed) => change(rows.filter((one) => one !== row)),
    send,
  };
}

function ToBeSent({ list }: { readonly list: ReturnType<typeof useInvitationList> }) {
  const t = useWords(invitationWords);
  const { rows, faults, isSending } = list;
  return (
    <section className="card" aria-labelledby="to-be-sent">
      <h2 id="to-be-sent">{t('list')}</h2>
      {faults.length > 0 && (
        <Notice tone="bad">
          <p>{t('nothingSent')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      {rows.length === 0 && <p className="soft">{t('listEmpty')}</p>}
      <ol className="stack">
        {rows.map((row, index) => (
          <li key={index}>
            <span className="row">
              <span className="grow">
                <strong>{row.name}</strong> <span className="soft">{row.detail}</span>
              </span>
              <IconButton
                icon="close"
                size="small"
                label={t('remove', { name: row.name })}
                onClick={() => list.remove(row)}
              />
            </span>
          </li>
        ))}
      </ol>
      {rows.length > 0 && (
        <Button look="main" disabled={isSending} onClick={() => void list.send()}>
          {t('send', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}
