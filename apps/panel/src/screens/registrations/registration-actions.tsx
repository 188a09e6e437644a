import { useState, type ReactNode } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Button, Confirm, Drawer, toast, type MenuAction } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { CorrectForm, type RegistrationRow } from './register.form.js';
import {
  cancelRegistrationMutation,
  confirmRegistrationMutation,
  rejectRegistrationMutation,
} from './registrations.queries.js';
import { registrationWords } from './registrations.words.js';

type Asked = 'correct' | 'reject' | 'cancel';
type State = RegistrationRow['state'];

const ended: readonly State[] = ['expired', 'rejected', 'substituted', 'withdrawn', 'cancelled'];
const touched = ['registrations', 'delegations', 'messages'] as const;

interface RegistrationActions {
  readonly of: (row: RegistrationRow) => readonly MenuAction[];
  readonly correct: (row: RegistrationRow) => void;
  readonly bulk: (rows: readonly RegistrationRow[], clear: () => void) => ReactNode;
  readonly overlays: ReactNode;
}

/** What organisers decide about one registration, as far as its lifecycle goes. */
export function useRegistrationActions(): RegistrationActions {
  const t = useWords(registrationWords);
  const [asked, setAsked] = useState<{ readonly what: Asked; readonly row: RegistrationRow } | null>(null);
  const confirm = useRowDeed(confirmRegistrationMutation, ...touched);
  const reject = useRowDeed(rejectRegistrationMutation, ...touched);
  const cancel = useRowDeed(cancelRegistrationMutation, ...touched);
  const close = () => setAsked(null);
  const row = asked?.row;
  const name = row?.person.fullName ?? '';
  const of = (one: RegistrationRow): readonly MenuAction[] => {
    const ask = (what: Asked) => () => setAsked({ what, row: one });
    if (ended.includes(one.state)) return [{ label: t('correct'), isDisabled: true, onSelect: () => undefined }];
    const done = t('confirmed', { name: one.person.fullName });
    return [
      ...(one.state === 'under_review'
        ? [
            { label: t('confirm'), icon: 'check' as const, onSelect: () => void confirm({ id: one.id }, { done }) },
            { label: t('reject'), onSelect: ask('reject') },
          ]
        : []),
      { label: t('correct'), icon: 'edit', onSelect: ask('correct') },
      { label: t('cancel'), tone: 'danger', onSelect: ask('cancel') },
    ];
  };
  const overlays = (
    <>
      <Drawer title={t('correct')} description={name} isOpen={asked?.what === 'correct'} onClose={close}>
        {row && <CorrectForm row={row} close={close} />}
      </Drawer>
      <Confirm
        title={t('rejectTitle', { name })}
        text={<p>{t('rejectText')}</p>}
        confirm={t('reject')}
        isOpen={asked?.what === 'reject'}
        onClose={close}
        onConfirm={() => row && reject({ id: row.id }, { done: t('rejected', { name }) })}
      />
      <Confirm
        title={t('cancelTitle', { name })}
        text={<p>{t('cancelText')}</p>}
        confirm={t('cancel')}
        isOpen={asked?.what === 'cancel'}
        onClose={close}
        onConfirm={() => row && cancel({ id: row.id }, { done: t('cancelled', { name }) })}
      />
    </>
  );
  return {
    of,
    correct: (one) => !ended.includes(one.state) && setAsked({ what: 'correct', row: one }),
    bulk: (rows, clear) => <ConfirmAll rows={rows} clear={clear} />,
    overlays,
  };
}

interface ConfirmAllProps {
  readonly rows: readonly RegistrationRow[];
  readonly clear: () => void;
}

/** One after the other: each takes its own lock, and each may be refused. */
function ConfirmAll({ rows, clear }: ConfirmAllProps) {
  const t = useWords(registrationWords);
  const confirm = useDeed(confirmRegistrationMutation, ...touched);
  const confirmAll = async () => {
    let done = 0;
    for (const { id } of rows) {
      const answer = await confirm.mutateAsync({ id });
      if (answer.confirmRegistration.__typename === 'Registration') done += 1;
    }
    toast(t('confirmedAll', { count: done }));
    if (done < rows.length) toast(t('notAll', { count: rows.length - done }), { tone: 'bad' });
    clear();
  };
  return (
    <Button size="small" look="main" disabled={confirm.isPending} onClick={() => void confirmAll()}>
      {t('confirmAll')}
    </Button>
  );
}
