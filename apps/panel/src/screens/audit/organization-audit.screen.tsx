import { useAsk } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { useMe } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { EmptyState, Screen, Skeleton } from '../../design/index.js';
import { AuditExport, AuditList } from './audit-list.js';
import { auditedOrganizationsQuery } from './audit.queries.js';
import { auditWords } from './audit.words.js';

/** The browser's own zone: an organisation's events may lie in several. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The audit of an organisation with all its events, for its owners; of everything, for administrators. */
export default function OrganizationAuditScreen() {
  const t = useWords(auditWords);
  const me = useMe();
  const { filters } = useListState('organization');
  const found = useAsk('organizations', auditedOrganizationsQuery, {}).data?.organizations;
  const owned = found?.filter(({ mayChange }) => mayChange);
  const isKnown = owned !== undefined && me !== undefined && me !== null;
  const chosen = owned?.find(({ id }) => id === filters.organization);
  const organizationId = chosen?.id ?? (me?.isAdministrator ? null : (owned?.[0]?.id ?? null));
  const mayRead = isKnown && (me.isAdministrator || organizationId !== null);
  const place = { organizationId };
  // Without a choice an owner sees their first organisation, an administrator everything.
  const others = me?.isAdministrator ? owned : owned?.slice(1);
  return (
    <Screen
      title={t('wholeTitle')}
      lead={t('wholeLead')}
      actions={mayRead && <AuditExport place={place} zone={ownZone} />}
    >
      {!isKnown && <Skeleton lines={8} />}
      {isKnown && !mayRead && <EmptyState title={t('notOwner')}>{t('notOwnerText')}</EmptyState>}
      {mayRead && (
        <AuditList
          place={place}
          zone={ownZone}
          {...(others?.length && { organizations: others.map(({ id, name }) => ({ value: id, label: name })) })}
          all={me.isAdministrator ? t('allOrganizations') : (owned[0]?.name ?? '')}
        />
      )}
    </Screen>
  );
}
