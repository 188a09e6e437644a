import { useWords } from '../../app/words.js';
import { Badge } from '../../design/index.js';
import type { AuditRow } from './audit.queries.js';
import { auditWords } from './audit.words.js';

interface CellProps {
  readonly row: AuditRow;
}

export function Actor({ row }: CellProps) {
  const t = useWords(auditWords);
  const kinds = { link: t('link'), person: t('person'), anonymous: t('anonymous'), system: t('system') };
  return (
    <>
      {row.actorName ?? kinds[row.actorKind as keyof typeof kinds] ?? row.actorKind}
      {row.onBehalfOf && <span className="soft"> {t('behalf')}</span>}
      {row.address && <span className="soft"> {t('fromAddress', { address: row.address })}</span>}
    </>
  );
}

export function Changes({ row }: CellProps) {
  const t = useWords(auditWords);
  return (
    <>
      {row.changes.map(({ name, before, after }) => (
        <div key={name}>
          <span className="soft">{name}: </span>
          {before !== null && <del>{before}</del>} {after === null ? t('nothing') : <ins>{after}</ins>}
        </div>
      ))}
      {!row.isSealed && <Badge tone="waiting">{t('unsealed')}</Badge>}
    </>
  );
}
