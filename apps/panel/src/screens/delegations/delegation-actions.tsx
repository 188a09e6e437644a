import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Confirm, Drawer, type MenuAction } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { RegisterForm } from '../registrations/register.form.js';
import { FocalPointForm, QuotaForm, type DelegationRow } from './delegation.forms.js';
import {
  accreditDelegationMutation,
  closeDelegationMutation,
  openDelegationMutation,
  submitDelegationMutation,
} from './delegations.queries.js';
import { delegationWords } from './delegations.words.js';

type Asked = 'quota' | 'focalPoint' | 'register' | 'close';

interface DelegationActions {
  readonly of: (row: DelegationRow) => readonly MenuAction[];
  readonly showPeople: (row: DelegationRow) => void;
  readonly overlays: ReactNode;
}

/** What can be done with a delegation in its state; each as far as the lifecycle goes. */
export function useDelegationActions(): DelegationActions {
  const t = useWords(delegationWords);
  const { slug } = useEvent();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<{ readonly what: Asked; readonly row: DelegationRow } | null>(null);
  const open = useRowDeed(openDelegationMutation, 'delegations');
  const submit = useRowDeed(submitDelegationMutation, 'delegations', 'registrations', 'messages');
  const accredit = useRowDeed(accreditDelegationMutation, 'delegations', 'registrations', 'messages');
  const showPeople = (row: DelegationRow) =>
    void navigate({
      to: '/e/$slug/registrations',
      params: { slug },
      search: { institution: row.institution.id },
    });
  const of = (row: DelegationRow): readonly MenuAction[] => {
    const { id, state } = row;
    const { name } = row.institution;
    const ask = (what: Asked) => () => setAsked({ what, row });
    const isAlive = state !== 'closed';
    const isOpen = isAlive && state !== 'invited';
    return [
      { label: t('people'), onSelect: () => showPeople(row) },
      ...(isOpen ? [{ label: t('register'), icon: 'add' as const, onSelect: ask('register') }] : []),
      ...(isAlive ? [{ label: t('changeQuota'), icon: 'edit' as const, onSelect: ask('quota') }] : []),
      ...(isOpen ? [{ label: t('changeFocalPoint'), icon: 'person' as const, onSelect: ask('focalPoint') }] : []),
      ...(state === 'invited'
        ? [{ label: t('open'), onSelect: () => void open({ id }, { done: t('opened', { name }) }) }]
        : []),
      ...(state === 'opened'
        ? [{ label: t('submit'), onSelect: () => void submit({ id }, { done: t('submitted', { name }) }) }]
        : []),
      ...(state === 'submitted'
        ? [{ label: t('accredit'), onSelect: () => void accredit({ id }, { done: t('accredited', { name }) }) }]
        : []),
      ...(isAlive ? [{ label: t('close'), tone: 'danger' as const, onSelect: ask('close') }] : []),
    ];
  };
  return { of, showPeople, overlays: <Overlays asked={asked} close={() => setAsked(null)} /> };
}

interface OverlaysProps {
  readonly asked: { readonly what: Asked; readonly row: DelegationRow } | null;
  readonly close: () => void;
}

function Overlays({ asked, close }: OverlaysProps) {
  const t = useWords(delegationWords);
  const end = useRowDeed(closeDelegationMutation, 'delegations');
  const row = asked?.row;
  const name = row?.institution.name ?? '';
  return (
    <>
      <Drawer title={t('changeQuota')} description={name} isOpen={asked?.what === 'quota'} onClose={close}>
        {row && <QuotaForm row={row} close={close} />}
      </Drawer>
      <Drawer title={t('changeFocalPoint')} description={name} isOpen={asked?.what === 'focalPoint'} onClose={close}>
        {row && <FocalPointForm row={row} close={close} />}
      </Drawer>
      <Drawer title={t('register')} description={name} isOpen={asked?.what === 'register'} onClose={close}>
        {row && <RegisterForm delegationId={row.id} close={close} />}
      </Drawer>
      <Confirm
        title={t('closeTitle', { name })}
        text={<p>{t('closeText')}</p>}
        confirm={t('close')}
        isOpen={asked?.what === 'close'}
        onClose={close}
        onConfirm={() => row && end({ id: row.id }, { done: t('closed', { name }) })}
      />
    </>
  );
}
