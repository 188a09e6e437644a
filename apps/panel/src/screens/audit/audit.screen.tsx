import { useMemo } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, DataList, EmptyState, Screen, type ListColumn } from '../../design/index.js';
import { auditQuery, auditWordsQuery } from './audit.queries.js';
import { auditWords } from './audit.words.js';

type Row = ResultOf<typeof auditQuery>['auditEntries']['edges'][number]['node'];

export default function AuditScreen() {
  const t = useWords(auditWords);
  const language = useLanguage();
  const event = useEvent();
  const state = useListState('action', 'subject');
  const { action, subject } = state.filters;
  const filter = { ...(action && { action }), ...(subject && { subject }) };
  const words = useAsk('audit', auditWordsQuery, { eventId: event.id }).data?.auditWords;
  const variables = { eventId: event.id, filter, search: state.search };
  const data = useConnection('audit', auditQuery, variables, (found) => found.auditEntries);
  const columns = useMemo(
    (): readonly ListColumn<Row>[] => [
      { id: 'when', head: t('when'), cell: (row) => instantText(row.recordedAt, event.zone, language) },
      { id: 'who', head: t('who'), cell: (row) => <Actor row={row} /> },
      { id: 'what', head: t('what'), cell: (row) => row.action },
      { id: 'subject', head: t('subject'), cell: (row) => row.subject },
      { id: 'changes', head: t('changes'), cell: (row) => <Changes row={row} /> },
    ],
    [t, event.zone, language],
  );
  const options = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  return (
    <Screen title={t('title')} lead={t('lead')}>
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={(row) => row.action}
        filters={[
          { name: 'action', label: t('what'), options: options(words?.actions), all: t('allActions') },
          { name: 'subject', label: t('subject'), options: options(words?.subjects), all: t('allSubjects') },
        ]}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      />
    </Screen>
  );
}

function Actor({ row }: { readonly row: Row }) {
  const t = useWords(auditWords);
  const kinds = { link: t('link'), person: t('person'), anonymous: t('anonymous'), system: t('system') };
  return (
    <>
      {row.actorName ?? kinds[row.actorKind as keyof typeof kinds] ?? row.actorKind}
      {row.onBehalfOf && <span className="soft"> {t('behalf')}</span>}
      {row.address && <span className="soft"> {t('from', { address: row.address })}</span>}
    </>
  );
}

function Changes({ row }: { readonly row: Row }) {
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
