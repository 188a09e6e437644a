import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Button, ButtonLink, DataList, EmptyState, Notice, Screen, type ListColumn } from '../../design/index.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { isResendable, MessageStateBadge, needingAttention, useMailKind, type MessageRow } from './message-state.js';
import { messageCountsQuery, messagesQuery } from './messages.queries.js';
import { messageWords } from './messages.words.js';
import { useResend } from './resend.js';

const attention = 'attention';

/** Every mail of the event, alive: what is on its way moves on without a reload. */
export default function MessagesScreen() {
  const t = useWords(messageWords);
  const event = useEvent();
  const navigate = useNavigate();
  const kindOf = useMailKind();
  const states = useTermOptions('MessageState');
  const state = useListState('state', 'mail');
  const resend = useResend();
  const counts = useAsk('messages', messageCountsQuery, { eventId: event.id }, { refetchEverySeconds: 10 });
  const { state: stands, mail } = state.filters;
  const filter = {
    ...(stands && { states: stands === attention ? [...needingAttention] : [stands as MessageRow['state']] }),
    ...(mail && { mail }),
  };
  const variables = { eventId: event.id, filter, search: state.search || null };
  const data = useConnection('messages', messagesQuery, variables, (found) => found.messages, {
    refetchEverySeconds: 10,
  });
  const columns = useColumns();
  const open = (row: MessageRow) =>
    void navigate({ to: '/e/$slug/messages/$messageId', params: { slug: event.slug, messageId: row.id } });
  const all = counts.data?.messageCounts ?? [];
  const waiting = all.filter((one) => needingAttention.some((name) => name === one.state));
  const kinds = [...new Set(all.map((one) => one.mail))].map((value) => ({ value, label: kindOf(value) }));
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <ExportMenu
          kind="messages"
          query={{ eventId: event.id, search: state.search, state: filter.states?.join(','), mail }}
        />
      }
    >
      <div className="stack">
        {waiting.length > 0 && stands !== attention && (
          <Notice tone="bad">
            <p>{t('needAttention', { count: waiting.reduce((sum, { count }) => sum + count, 0) })}</p>
            <Button size="small" onClick={() => state.setFilter('state', attention)}>
              {t('showThem')}
            </Button>
          </Notice>
        )}
        <DataList
          label={t('title')}
          columns={columns}
          data={data}
          state={state}
          rowId={(row) => row.id}
          rowName={(row) => `${row.toName}, ${row.subject}`}
          searchHint={t('search')}
          filters={[
            {
              name: 'state',
              label: t('state'),
              options: [{ value: attention, label: t('attention') }, ...states],
              all: t('allStates'),
            },
            { name: 'mail', label: t('kind'), options: kinds, all: t('allKinds') },
          ]}
          onOpen={open}
          actions={(row) => [
            { label: t('open'), onSelect: () => open(row) },
            ...(isResendable(row.state) ? [{ label: t('resend'), onSelect: () => resend.ask(row) }] : []),
          ]}
          empty={<NoMessages slug={event.slug} />}
        />
      </div>
      {resend.dialog}
    </Screen>
  );
}

function NoMessages({ slug }: { readonly slug: string }) {
  const t = useWords(messageWords);
  return (
    <EmptyState
      title={t('none')}
      actions={
        <ButtonLink look="main" to="/e/$slug/invitations" params={{ slug: slug }}>
          {t('goInvite')}
        </ButtonLink>
      }
    >
      {t('noneText')}
    </EmptyState>
  );
}

function Recipient({ row }: { readonly row: MessageRow }) {
  return (
    <>
      {row.toName}
      <small className="soft"> {row.toAddress}</small>
    </>
  );
}

function useColumns(): readonly ListColumn<MessageRow>[] {
  const t = useWords(messageWords);
  const language = useLanguage();
  const event = useEvent();
  const kindOf = useMailKind();
  return useMemo(
    (): readonly ListColumn<MessageRow>[] => [
      { id: 'to', head: t('to'), cell: (row) => <Recipient row={row} /> },
      { id: 'mail', head: t('kind'), cell: (row) => kindOf(row.mail), width: 'minmax(9rem, 1.5fr)' },
      { id: 'state', head: t('state'), cell: (row) => <MessageStateBadge state={row.state} /> },
      { id: 'written', head: t('written'), cell: (row) => instantText(row.queuedAt, event.zone, language) },
    ],
    [t, kindOf, event.zone, language],
  );
}
