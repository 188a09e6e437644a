import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useConnection, useDeed } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { isRefusal } from '../../app/refusal.js';
import { useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  Confirm,
  DataList,
  Drawer,
  EmptyState,
  Screen,
  toast,
  useAct,
  type ListColumn,
} from '../../design/index.js';
import { AccountForm } from './account.form.js';
import {
  accountsQuery,
  disableAccountMutation,
  enableAccountMutation,
  inviteAgainMutation,
  withdrawInvitationMutation,
  type AccountRow,
} from './accounts.queries.js';
import { accountListWords } from './accounts.words.js';

function AccountState({ row }: { readonly row: AccountRow }) {
  const t = useWords(accountListWords);
  if (row.disabledAt) return <Badge tone="bad">{t('disabled')}</Badge>;
  return row.isUnaccepted ? <Badge tone="waiting">{t('invited')}</Badge> : <Badge tone="good">{t('active')}</Badge>;
}

function useColumns(): readonly ListColumn<AccountRow>[] {
  const t = useWords(accountListWords);
  return useMemo(
    () => [
      { id: 'name', head: t('name'), cell: (row) => row.name },
      { id: 'email', head: t('email'), cell: (row) => row.email },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => (
          <>
            <AccountState row={row} /> {row.isAdministrator && <Badge>{t('administers')}</Badge>}
          </>
        ),
      },
    ],
    [t],
  );
}

/** Both are taken back by each other. */
function useSwitching(): (row: AccountRow, isEnabling: boolean) => Promise<void> {
  const t = useWords(accountListWords);
  const disable = useDeed(disableAccountMutation, 'accounts', 'staff');
  const enable = useDeed(enableAccountMutation, 'accounts', 'staff');
  return async function turn(row, isEnabling): Promise<void> {
    const { id, name } = row;
    const answer = isEnabling
      ? (await enable.mutateAsync({ id })).enableStaffAccount
      : (await disable.mutateAsync({ id })).disableStaffAccount;
    if (isRefusal(answer)) toast(answer.message, { tone: 'bad' });
    else toast(t(isEnabling ? 'wasEnabled' : 'wasDisabled', { name }), { undo: () => turn(row, !isEnabling) });
  };
}

/** For an invitation that was lost or came too late. */
function useInviting(): (row: AccountRow) => Promise<void> {
  const t = useWords(accountListWords);
  const invite = useDeed(inviteAgainMutation, 'accounts');
  return async ({ id, name }) => {
    const { inviteStaffAgain: answer } = await invite.mutateAsync({ id });
    if (isRefusal(answer)) toast(answer.message, { tone: 'bad' });
    else toast(t('wasInvited', { name }));
  };
}

/** What nobody accepted can be withdrawn; it is asked first, since the roles go too. */
function useWithdrawing() {
  const t = useWords(accountListWords);
  const act = useAct();
  const withdraw = useDeed(withdrawInvitationMutation, 'accounts', 'staff');
  const [asked, setAsked] = useState<AccountRow | null>(null);
  const dialog = (
    <Confirm
      title={t('withdrawTitle', { name: asked?.name ?? '' })}
      text={t('withdrawText')}
      confirm={t('withdraw')}
      isOpen={asked !== null}
      onClose={() => setAsked(null)}
      onConfirm={async () => {
        if (!asked) return;
        await act(
          async () => (await withdraw.mutateAsync({ id: asked.id })).withdrawStaffInvitation,
          ({ name }) => toast(t('withdrawn', { name })),
        );
      }}
    />
  );
  return { ask: setAsked, dialog };
}

export default function AccountsScreen() {
  const t = useWords(accountListWords);
  const navigate = useNavigate();
  const state = useListState();
  const [isAdding, setAdding] = useState(false);
  const search = state.search || null;
  const data = useConnection('accounts', accountsQuery, { search }, (found) => found.staffAccounts);
  const columns = useColumns();
  const turn = useSwitching();
  const invite = useInviting();
  const withdrawing = useWithdrawing();
  const add = (
    <Button look="main" icon="add" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Screen title={t('title')} lead={t('lead')} actions={add}>
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        actions={(row) => [
          { label: t('roles'), onSelect: () => void navigate({ to: '/staff', search: { q: row.email } }) },
          ...(row.disabledAt ? [] : [{ label: t('inviteAgain'), onSelect: () => void invite(row) }]),
          ...(row.isUnaccepted
            ? [{ label: t('withdraw'), tone: 'danger' as const, onSelect: () => withdrawing.ask(row) }]
            : []),
          row.disabledAt
            ? { label: t('enable'), onSelect: () => void turn(row, true) }
            : { label: t('disable'), tone: 'danger', onSelect: () => void turn(row, false) },
        ]}
        empty={
          <EmptyState title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        }
      />
      {withdrawing.dialog}
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        {isAdding && <AccountForm close={() => setAdding(false)} />}
      </Drawer>
    </Screen>
  );
}
