import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Confirm, type MenuAction } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { resendInvitationMutation, revokeInvitationMutation, type InvitationRow } from './invitations.queries.js';
import { invitationWords } from './invitations.words.js';

type State = InvitationRow['state'];

const resendable: readonly State[] = ['queued', 'sent', 'bounced', 'expired', 'declined'];
const revocable: readonly State[] = ['draft', 'queued', 'sent', 'bounced', 'expired'];

interface InvitationActions {
  readonly of: (row: InvitationRow) => readonly MenuAction[];
  readonly seeMail: (row: InvitationRow) => void;
  readonly overlays: ReactNode;
}

export function useInvitationActions(): InvitationActions {
  const t = useWords(invitationWords);
  const { slug } = useEvent();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<{ readonly what: 'resend' | 'revoke'; readonly row: InvitationRow } | null>(null);
  const resend = useRowDeed(resendInvitationMutation, 'invitations', 'messages');
  const revoke = useRowDeed(revokeInvitationMutation, 'invitations', 'delegations');
  const seeMail = ({ message }: InvitationRow) => {
    if (message) void navigate({ to: '/e/$slug/messages/$messageId', params: { slug, messageId: message.id } });
  };
  const of = (row: InvitationRow): readonly MenuAction[] => [
    { label: t('seeMail'), isDisabled: row.message === null, onSelect: () => seeMail(row) },
    ...(resendable.includes(row.state)
      ? [{ label: t('resend'), onSelect: () => setAsked({ what: 'resend', row }) }]
      : []),
    ...(revocable.includes(row.state)
      ? [{ label: t('revoke'), tone: 'danger' as const, onSelect: () => setAsked({ what: 'revoke', row }) }]
      : []),
  ];
  const row = asked?.row;
  const name = row?.person.fullName ?? '';
  const close = () => setAsked(null);
  const overlays = (
    <>
      <Confirm
        title={t('resendTitle', { name })}
        text={<p>{t('resendText')}</p>}
        confirm={t('resend')}
        look="main"
        isOpen={asked?.what === 'resend'}
        onClose={close}
        onConfirm={() => row && resend({ id: row.id }, { done: t('resent', { name }) })}
      />
      <Confirm
        title={t('revokeTitle', { name })}
        text={<p>{t('revokeText')}</p>}
        confirm={t('revoke')}
        isOpen={asked?.what === 'revoke'}
        onClose={close}
        onConfirm={() => row && revoke({ id: row.id }, { done: t('revoked', { name }) })}
      />
    </>
  );
  return { of, seeMail, overlays };
}
