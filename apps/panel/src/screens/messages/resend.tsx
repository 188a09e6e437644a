import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Confirm } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { resendMutation } from './messages.queries.js';
import { messageWords } from './messages.words.js';

interface Mail {
  readonly id: string;
  readonly toName: string;
  readonly toAddress: string;
}

/** A mail goes out once more only after a person has said so twice: what is sent cannot be taken back. */
export function useResend(): { readonly ask: (mail: Mail) => void; readonly dialog: ReactNode } {
  const t = useWords(messageWords);
  const [mail, setMail] = useState<Mail | null>(null);
  const send = useRowDeed(resendMutation, 'messages');
  const dialog = (
    <Confirm
      title={t('resendTitle')}
      text={
        <>
          <p>
            <strong>{mail?.toName}</strong> {mail?.toAddress}
          </p>
          <p>{t('resendText')}</p>
        </>
      }
      confirm={t('resend')}
      look="main"
      isOpen={mail !== null}
      onClose={() => setMail(null)}
      onConfirm={() => mail && send({ id: mail.id }, { done: t('resent', { name: mail.toName }) })}
    />
  );
  return { ask: setMail, dialog };
}
