import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Screen } from '../../design/index.js';
import { AuditExport, AuditList } from './audit-list.js';
import { auditWords } from './audit.words.js';

/** The audit of one event. */
export default function AuditScreen() {
  const t = useWords(auditWords);
  const { id: eventId, zone } = useEvent();
  return (
    <Screen title={t('title')} lead={t('lead')} actions={<AuditExport place={{ eventId }} zone={zone} />}>
      <AuditList place={{ eventId }} zone={zone} />
    </Screen>
  );
}
