import { useMemo } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, ButtonLink, DataList, EmptyState, Screen, type ListColumn, type Tone } from '../../design/index.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { MessageStateBadge } from '../messages/message-state.js';
import { useInvitationActions } from './invitation-actions.js';
import { invitationsQuery, type InvitationRow } from './invitations.queries.js';
import { invitationWords } from './invitations.words.js';

function toneOf(state: InvitationRow['state']): Tone {
  if (state === 'accepted' || state === 'accepted_other_way') return 'good';
  if (state === 'bounced' || state === 'declined') return 'bad';
  return state === 'queued' || state === 'sent' ? 'waiting' : 'plain';
}

export default function InvitationsScreen() {
  const t = useWords(invitationWords);
  const event = useEvent();
  const state = useListState('state', 'kind');
  const actions = useInvitationActions();
  const [states, kinds] = [useTermOptions('InvitationState'), useTermOptions('InvitationKind')];
  const { state: stands, kind } = state.filters;
  const filter = {
    ...(stands && { states: [stands as InvitationRow['state']] }),
    ...(kind && { kind: kind as InvitationRow['kind'] }),
  };
  const variables = { eventId: event.id, filter, search: state.search || null };
  const data = useConnection('invitations', invitationsQuery, variables, (found) => found.invitations, {
    refetchEverySeconds: 15,
  });
  const columns = useColumns();
  const linkTo = (wanted: 'focal_point' | 'speaker', look: 'main' | 'plain') => (
    <ButtonLink
      look={look}
      icon="add"
      to="/e/$slug/invitations/new"
      params={{ slug: event.slug }}
      search={{ kind: wanted }}
    >
      {t(wanted === 'speaker' ? 'inviteSpeakers' : 'inviteFocalPoints')}
    </ButtonLink>
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink
            icon="upload"
            to="/e/$slug/import/$kind"
            params={{ slug: event.slug, kind: 'delegations' }}
            search={{ back: `/e/${event.slug}/invitations` }}
          >
            {t('importFocalPoints')}
          </ButtonLink>
          <ExportMenu kind="invitations" query={{ eventId: event.id, search: state.search, ...state.filters }} />
          {linkTo('speaker', 'plain')}
          {linkTo('focal_point', 'main')}
        </>
      }
    >
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.person.fullName}
        searchHint={t('search')}
        filters={[
          { name: 'state', label: t('state'), options: states, all: t('allStates') },
          { name: 'kind', label: t('kind'), options: kinds, all: t('allKinds') },
        ]}
        onOpen={actions.seeMail}
        actions={actions.of}
        empty={
          <EmptyState title={t('none')} actions={linkTo('focal_point', 'main')}>
            {t('noneText')}
          </EmptyState>
        }
      />
      {actions.overlays}
    </Screen>
  );
}

function useColumns(): readonly ListColumn<InvitationRow>[] {
  const t = useWords(invitationWords);
  const term = useTerms();
  const language = useLanguage();
  const event = useEvent();
  return useMemo(
    (): readonly ListColumn<InvitationRow>[] => [
      { id: 'person', head: t('person'), cell: (row) => row.person.fullName },
      { id: 'kind', head: t('kind'), cell: (row) => term('InvitationKind', row.kind) },
      {
        id: 'about',
        head: t('about'),
        cell: ({ delegation, topic }) =>
          delegation
            ? t('aboutDelegation', { name: delegation.institution.name, quota: delegation.quota })
            : (topic ?? ''),
        width: 'minmax(12rem, 2fr)',
      },
      {
        id: 'mail',
        head: t('mail'),
        cell: (row) =>
          row.message ? (
            <MessageStateBadge state={row.message.state} />
          ) : (
            <span className="soft">{t('mailPending')}</span>
          ),
      },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => <Badge tone={toneOf(row.state)}>{term('InvitationState', row.state)}</Badge>,
      },
      { id: 'until', head: t('until'), cell: (row) => instantText(row.expiresAt, event.zone, language) },
    ],
    [t, term, event.zone, language],
  );
}
