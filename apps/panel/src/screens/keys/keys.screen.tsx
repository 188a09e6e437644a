import { useMemo, useState } from 'react';
import { useAsk, useDeed, wholeList } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { matches } from '../../app/matching.js';
import { useLanguage, useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  Confirm,
  DataList,
  Drawer,
  EmptyState,
  Screen,
  toast,
  type ListColumn,
  type Tone,
} from '../../design/index.js';
import { KeyForm, type MadeKey } from './key.form.js';
import { useKeyPlaces } from './key-places.js';
import { apiKeysQuery, revokeApiKeyMutation, type ApiKeyRow } from './keys.queries.js';
import { keyWords } from './keys.words.js';
import { MadeKeyDialog } from './made-key.js';

type KeyState = 'active' | 'revokedState' | 'ended';

/** The browser's own zone: a key belongs to no event's day. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const states: readonly KeyState[] = ['active', 'revokedState', 'ended'];
const tones: Readonly<Record<KeyState, Tone>> = { active: 'good', revokedState: 'plain', ended: 'waiting' };

function stateOf({ revokedAt, isEnded }: ApiKeyRow): KeyState {
  if (revokedAt) return 'revokedState';
  return isEnded ? 'ended' : 'active';
}

function useColumns(nameOf: (row: ApiKeyRow) => string): readonly ListColumn<ApiKeyRow>[] {
  const t = useWords(keyWords);
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'name', head: t('name'), cell: (row) => row.name, value: (row) => row.name },
      { id: 'place', head: t('place'), cell: nameOf, value: nameOf, width: '2fr' },
      {
        id: 'operations',
        head: t('operations'),
        cell: ({ operations }) => (operations === 'read' ? t('read') : operations),
      },
      { id: 'state', head: t('state'), cell: (row) => <Badge tone={tones[stateOf(row)]}>{t(stateOf(row))}</Badge> },
      {
        id: 'expires',
        head: t('expires'),
        cell: (row) => instantText(row.expiresAt, ownZone, language),
        value: (row) => row.expiresAt,
      },
      {
        id: 'lastUsed',
        head: t('lastUsed'),
        cell: (row) => (row.lastUsedAt ? instantText(row.lastUsedAt, ownZone, language) : t('never')),
        value: (row) => row.lastUsedAt ?? '',
      },
    ],
    [t, language, nameOf],
  );
}

export default function KeysScreen() {
  const t = useWords(keyWords);
  const state = useListState('state', 'place');
  const { places, nameOf } = useKeyPlaces();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const [revoked, setRevoked] = useState<ApiKeyRow | null>(null);
  const query = useAsk('keys', apiKeysQuery, {});
  const { search, filters } = state;
  const rows = query.data?.apiKeys.filter(
    (row) =>
      matches(row.name, search) &&
      (!filters.state || stateOf(row) === filters.state) &&
      (!filters.place || (row.eventId ?? row.organizationId) === filters.place),
  );
  const revoke = useDeed(revokeApiKeyMutation, 'keys');
  const isOwner = !places || places.length > 0;
  const create = isOwner && (
    <Button look="main" icon="add" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Screen title={t('title')} lead={t('lead')} actions={create}>
      <DataList
        label={t('title')}
        columns={useColumns(nameOf)}
        data={wholeList(query, rows)}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        searchHint={t('search')}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: states.map((value) => ({ value, label: t(value) })),
            all: t('allStates'),
          },
          {
            name: 'place',
            label: t('place'),
            options: (places ?? []).map(({ key, label }) => ({ value: key, label })),
          },
        ]}
        actions={(row) =>
          stateOf(row) === 'active'
            ? [{ label: t('revoke'), icon: 'archive', tone: 'danger', onSelect: () => setRevoked(row) }]
            : []
        }
        empty={
          <EmptyState title={t(isOwner ? 'none' : 'notOwner')} actions={create}>
            {t(isOwner ? 'noneText' : 'notOwnerText')}
          </EmptyState>
        }
      />
      <Drawer title={t('create')} isOpen={isCreating} onClose={() => setCreating(false)}>
        {isCreating && <KeyForm places={places ?? []} close={() => setCreating(false)} made={setMade} />}
      </Drawer>
      <MadeKeyDialog made={made} close={() => setMade(null)} />
      <Confirm
        title={t('revokeTitle', { name: revoked?.name ?? '' })}
        text={t('revokeText')}
        confirm={t('revoke')}
        isOpen={revoked !== null}
        onClose={() => setRevoked(null)}
        onConfirm={async () => {
          if (!revoked) return;
          await revoke.mutateAsync({ id: revoked.id });
          toast(t('revoked', { name: revoked.name }));
        }}
      />
    </Screen>
  );
}
