import { useCallback, useMemo } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { dayBegins, instantText } from '../../app/dates.js';
import { useListState, type ListState } from '../../app/list-state.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { DataList, EmptyState, type ListColumn, type Option } from '../../design/index.js';
import { ExportMenu } from '../../sheets/export-menu.js';
import { Actor, Changes, useActorKind } from './audit-cells.js';
import { auditQuery, auditWordsQuery, type AuditRow } from './audit.queries.js';
import { auditWords } from './audit.words.js';

export interface AuditPlace {
  readonly eventId?: string | null;
  readonly organizationId?: string | null;
}

interface AuditProps {
  readonly place: AuditPlace;
  /** On whose wall clock times are shown and days begin. */
  readonly zone: string;
  /** Between which organisations one can choose, and what stands for no choice. */
  readonly organizations?: readonly Option[];
  readonly all?: string;
}

const names = ['organization', 'action', 'subject', 'actor', 'from', 'until'] as const;

/** Under «Quién» stand names, and the ways in which those came who have none. */
const ofKind = 'kind:';

/** What the address narrows, as the API and the export take it. */
function narrowingOf({ filters }: ListState<(typeof names)[number]>, zone: string) {
  const { action, subject, actor, from, until } = filters;
  const isKind = actor.startsWith(ofKind);
  const [begins, ends] = [dayBegins(from, zone), dayBegins(until, zone, 1)];
  return {
    ...(action && { action }),
    ...(subject && { subject }),
    ...(actor && (isKind ? { actorKind: actor.slice(ofKind.length) } : { actorId: actor })),
    ...(begins && { from: begins }),
    ...(ends && { until: ends }),
  };
}

export function AuditExport({ place, zone }: AuditProps) {
  const state = useListState(...names);
  const { eventId, organizationId } = place;
  const where = { eventId: eventId ?? '', organizationId: organizationId ?? '' };
  return <ExportMenu kind="audit" query={{ ...where, ...narrowingOf(state, zone) }} />;
}

/** Verbs and facts in words; what nobody named is shown as it is. */
function useActionText(): (action: string) => string {
  const term = useTerms();
  return useCallback((action) => term(action.includes('.') ? 'AuditFact' : 'AuditVerb', action), [term]);
}

function useColumns(zone: string): readonly ListColumn<AuditRow>[] {
  const t = useWords(auditWords);
  const term = useTerms();
  const language = useLanguage();
  const said = useActionText();
  return useMemo(
    () => [
      { id: 'what', head: t('what'), cell: (row) => said(row.action) },
      { id: 'who', head: t('who'), cell: (row) => <Actor row={row} /> },
      { id: 'when', head: t('when'), cell: (row) => instantText(row.recordedAt, zone, language) },
      { id: 'subject', head: t('subject'), cell: (row) => term('AuditSubject', row.subject) },
      {
        id: 'changes',
        head: t('changes'),
        cell: (row) => <Changes row={row} zone={zone} />,
        width: 'minmax(12rem, 2fr)',
      },
    ],
    [t, term, said, zone, language],
  );
}

export function AuditList({ place, zone, organizations, all }: AuditProps) {
  const t = useWords(auditWords);
  const term = useTerms();
  const said = useActionText();
  const state = useListState(...names);
  const words = useAsk('audit', auditWordsQuery, place).data?.auditWords;
  const filter = narrowingOf(state, zone);
  const data = useConnection('audit', auditQuery, { ...place, filter }, (found) => found.auditEntries);
  const choices = (values: readonly string[] = [], label: (value: string) => string): Option[] =>
    values.map((value) => ({ value, label: label(value) })).toSorted((a, b) => a.label.localeCompare(b.label));
  const actorKind = useActorKind();
  const people = [
    ...(words?.actors.map(({ id, name }) => ({ value: id, label: name })) ?? []),
    // Staff are named one by one.
    ...(words?.actorKinds.filter((kind) => kind !== 'staff') ?? []).map((kind) => ({
      value: ofKind + kind,
      label: actorKind(kind),
    })),
  ];
  const subjects = choices(words?.subjects, (subject) => term('AuditSubject', subject));
  return (
    <DataList
      label={t('title')}
      columns={useColumns(zone)}
      data={data}
      state={state}
      rowId={(row) => row.id}
      rowName={(row) => said(row.action)}
      filters={[
        ...(organizations && all
          ? [{ name: 'organization' as const, label: t('organization'), options: organizations, all }]
          : []),
        { name: 'action', label: t('what'), options: choices(words?.actions, said), all: t('allActions') },
        { name: 'subject', label: t('subject'), options: subjects, all: t('allSubjects') },
        { name: 'actor', label: t('who'), options: people, all: t('everybody') },
        { name: 'from', label: t('from') },
        { name: 'until', label: t('until') },
      ]}
      empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
    />
  );
}
