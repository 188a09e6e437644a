import { isId, type Words } from '#kernel';
import { declareExport, Exporter, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { requireMayRead } from './audit-access.js';
import { changesOf } from './audit-changes.js';
import { auditColumnTerms } from './audit-column.terms.js';
import { auditFactTerms } from './audit-fact.terms.js';
import { AuditListRepository, type AuditNarrowing, type ListedEntry } from './audit-list.repository.js';
import { auditSubjectTerms } from './audit-subject.terms.js';
import { auditVerbTerms } from './audit-verb.terms.js';

const actors: Readonly<Record<string, Words>> = {
  link: { es: 'Por un enlace', en: 'By a link' },
  person: { es: 'Por un código de un solo uso', en: 'By a one-time code' },
  anonymous: { es: 'Sin identificarse', en: 'Nobody signed in' },
  system: { es: 'Tinkuy', en: 'Tinkuy' },
};
const actions: Readonly<Record<string, Words>> = { ...auditVerbTerms, ...auditFactTerms };
const subjects: Readonly<Record<string, Words>> = auditSubjectTerms;
const columnNames: Readonly<Record<string, Words>> = auditColumnTerms;

/** Names of staff and their addresses stand in it: it counts as personal. What personal values were changed stays masked. */
const auditExport = declareExport<ListedEntry>({
  kind: 'audit',
  title: { es: 'Auditoría', en: 'Audit' },
  isPersonal: true,
  columns: [
    { label: { es: 'Cuándo (UTC)', en: 'When (UTC)' }, text: ({ recordedAt }) => recordedAt.toISOString() },
    {
      label: { es: 'Quién', en: 'Who' },
      text: ({ actorName, actorKind }, { language }) => actorName ?? actors[actorKind]?.[language] ?? actorKind,
    },
    { label: { es: 'En nombre de', en: 'On behalf of' }, text: ({ onBehalfOf }) => onBehalfOf ?? '' },
    { label: { es: 'Desde', en: 'From' }, text: ({ address }) => address ?? '' },
    { label: { es: 'Qué', en: 'What' }, text: ({ action }, { language }) => actions[action]?.[language] ?? action },
    {
      label: { es: 'Sobre qué', en: 'On what' },
      text: ({ subject }, { language }) => subjects[subject]?.[language] ?? subject,
    },
    { label: { es: 'Fila', en: 'Row' }, text: ({ subjectId }) => subjectId },
    {
      label: { es: 'Qué cambió', en: 'What changed' },
      text: (row, { language }) =>
        changesOf(row)
          .map(
            ({ name, before, after }) => `${columnNames[name]?.[language] ?? name}: ${before ?? '—'} → ${after ?? '—'}`,
          )
          .join('; '),
    },
    { label: { es: 'Entrada', en: 'Entry' }, text: ({ id }) => id },
  ],
});

@Injectable()
export class AuditExporter extends Exporter<ListedEntry> {
  readonly kind = auditExport;

  constructor(private readonly entries: AuditListRepository) {
    super();
  }

  requireMayExport(viewer: Viewer, query: ExportQuery): void {
    requireMayRead(viewer, query);
  }

  rows(_: Viewer, query: ExportQuery): AsyncIterable<ListedEntry[]> {
    return this.entries.batches(query, narrowingOf(query), query['search'] ?? '');
  }
}

/** The filters of the list; what cannot be read does not narrow. */
function narrowingOf({ action, subject, subjectId, actorId, actorKind, from, until }: ExportQuery): AuditNarrowing {
  const narrowing = { action, subject, actorKind, subjectId: idOf(subjectId), actorId: idOf(actorId) };
  return { ...narrowing, from: instantOf(from), until: instantOf(until) };
}

function idOf(text: string | undefined): string | undefined {
  return text && isId(text) ? text : undefined;
}

function instantOf(text: string | undefined): Date | undefined {
  const instant = new Date(text ?? '');
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
