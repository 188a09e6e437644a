import { useCallback } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../design/index.js';
import { useChangeText } from './audit-values.js';
import type { AuditRow } from './audit.queries.js';
import { auditWords } from './audit.words.js';

interface CellProps {
  readonly row: AuditRow;
}

/** In which way somebody came who is not named. */
export function useActorKind(): (kind: string) => string {
  const t = useWords(auditWords);
  return useCallback(
    (kind) => {
      const kinds = { link: t('link'), person: t('person'), anonymous: t('anonymous'), system: t('system') };
      return kinds[kind as keyof typeof kinds] ?? kind;
    },
    [t],
  );
}

export function Actor({ row }: CellProps) {
  const t = useWords(auditWords);
  const kindOf = useActorKind();
  return (
    <>
      {row.actorName ?? kindOf(row.actorKind)}
      {row.onBehalfOf && <span className="soft"> {t('behalf')}</span>}
      {row.address && <span className="soft"> {t('fromAddress', { address: row.address })}</span>}
    </>
  );
}

export function Changes({ row, zone }: CellProps & { readonly zone: string }) {
  const t = useWords(auditWords);
  const { column, value } = useChangeText(row.subject, zone);
  return (
    <>
      {row.changes.map(({ name, before, after }) => (
        <div key={name}>
          <span className="soft">{column(name)}: </span>
          {before !== null && <del>{value(name, before)}</del>}{' '}
          {after === null ? t('nothing') : <ins>{value(name, after)}</ins>}
        </div>
      ))}
      {!row.isSealed && <Badge tone="waiting">{t('unsealed')}</Badge>}
    </>
  );
}
