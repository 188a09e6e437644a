import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk, useConnection, useDeed } from '../app/ask-hooks.js';
import type { ResultOf } from '../app/graphql.js';
import { isRefusal } from '../app/refusal.js';
import { useWords } from '../app/words.js';
import { Badge, Button, Fault, Notice, useFaultText, type Tone } from '../design/index.js';
import { applyImportMutation, importProgressQuery, importRowsQuery, type ImportState } from './import.queries.js';
import { importWords } from './import.words.js';

type Row = NonNullable<ResultOf<typeof importRowsQuery>['import']>['rows']['edges'][number]['node'];

const noRows = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

interface PreviewProps {
  readonly current: ImportState;
  /** What importing does that cannot be undone; null when all of it can. */
  readonly caution: string | null;
  /** Faulty rows of the file before this one. */
  readonly before: number | null;
}

/** What was found in the file, and the button that imports it as a whole. */
export function ImportPreview({ current, caution, before }: PreviewProps) {
  const t = useWords(importWords);
  const { id, fileName, rowCount, faultyCount, knownCount, ignoredHeadings, headingFaults, columns } = current;
  const hasFaults = faultyCount > 0;
  const labels = new Map(columns.map(({ name, label }) => [name, label]));
  const rows = useConnection(
    'import-rows',
    importRowsQuery,
    { id, onlyFaulty: hasFaults },
    (answer) => answer.import?.rows ?? noRows,
  );
  return (
    <>
      <h2>{t('previewTitle', { name: fileName })}</h2>
      <dl className="import-counts">
        <Count label={t('rows')} count={rowCount} />
        {headingFaults.length === 0 && (
          <Count label={t('fresh')} count={rowCount - faultyCount - knownCount} tone="good" />
        )}
        {knownCount > 0 && <Count label={t('known')} count={knownCount} />}
        <Count
          label={t('faulty')}
          count={faultyCount}
          tone={hasFaults ? 'bad' : 'good'}
          note={before !== null ? t('before', { count: before }) : undefined}
        />
      </dl>
      {ignoredHeadings.length > 0 && (
        <Notice tone="info">
          {t('ignored', { count: ignoredHeadings.length, names: ignoredHeadings.join(', ') })}
        </Notice>
      )}
      {headingFaults.length > 0 ? (
        <Notice tone="bad">
          <strong>{t('headingsWrong')}</strong>
          <ul>
            {headingFaults.map(({ column, wrong, mend }) => (
              <li key={`${column} ${wrong}`}>
                {wrong} {mend}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          {hasFaults ? (
            <Notice tone="bad">{t('mendFirst', { count: faultyCount })}</Notice>
          ) : (
            <Apply current={current} caution={caution} />
          )}
          {rows.error && <Fault error={rows.error} retry={rows.retry} />}
          {hasFaults ? (
            <FaultTable rows={rows.rows} labels={labels} />
          ) : (
            <SampleTable rows={rows.rows} columns={columns} />
          )}
          {rows.hasMore && (
            <Button onClick={rows.loadMore} aria-disabled={rows.isFetching}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly count: number;
  readonly tone?: Tone;
  readonly note?: string | undefined;
}

function Count({ label, count, tone = 'plain', note }: CountProps) {
  return (
    <div className="import-count" data-tone={tone}>
      <dt>{label}</dt>
      <dd className="number">
        {count.toLocaleString('es')}
        {note && <small className="soft"> {note}</small>}
      </dd>
    </div>
  );
}

function Apply({ current, caution }: Pick<PreviewProps, 'current' | 'caution'>) {
  const t = useWords(importWords);
  const explain = useFaultText();
  const client = useQueryClient();
  const apply = useDeed(applyImportMutation, 'imports', 'import-rows');
  const [refused, setRefused] = useState<string | null>(null);
  const total = current.rowCount - current.knownCount;
  const send = async () => {
    setRefused(null);
    try {
      const { applyImport: answer } = await apply.mutateAsync({ id: current.id });
      if (isRefusal(answer)) return setRefused(answer.message);
      // Whatever was imported may stand in any list.
      await client.invalidateQueries();
    } catch (error) {
      setRefused(explain(error as Error));
    }
  };
  if (total === 0) return <Notice tone="info">{t('nothingNew')}</Notice>;
  return (
    <>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <Notice tone="good">
        {t('allGood')} {current.knownCount > 0 && t('knownText')}
      </Notice>
      {caution && (
        <Notice tone="waiting">
          <strong>{t('caution')}</strong> {caution}
        </Notice>
      )}
      {apply.isPending ? (
        <Progress id={current.id} total={total} />
      ) : (
        <Button look="main" icon="check" onClick={() => void send()}>
          {t('apply', { count: total })}
        </Button>
      )}
    </>
  );
}

function Progress({ id, total }: { readonly id: string; readonly total: number }) {
  const t = useWords(importWords);
  const query = useAsk('import-progress', importProgressQuery, { id }, { refetchEverySeconds: 0.5 });
  const done = query.data?.import?.appliedRows ?? 0;
  const words = t('applying', { done: done.toLocaleString('es'), total: total.toLocaleString('es') });
  return (
    <p className="import-progress">
      <progress max={total} value={done} aria-label={words} />
      <span role="status">{words}</span>
    </p>
  );
}

function FaultTable({ rows, labels }: { readonly rows: readonly Row[]; readonly labels: ReadonlyMap<string, string> }) {
  const t = useWords(importWords);
  const faults = rows.flatMap(({ number, faults: found }) => found.map((fault) => ({ number, ...fault })));
  return (
    <div className="import-scroll" role="region" aria-label={t('faultsOf')} tabIndex={0}>
      <table className="import-table">
        <caption>{t('faultsOf')}</caption>
        <thead>
          <tr>
            {(['row', 'column', 'value', 'wrong', 'mend'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map(({ number, column, value, wrong, mend }) => (
            <tr key={`${number} ${column} ${wrong}`}>
              <th scope="row" className="number" data-head={t('row')}>
                {number}
              </th>
              <td data-head={t('column')}>{column ? (labels.get(column) ?? column) : t('wholeRow')}</td>
              <td data-head={t('value')}>{value ? <q>{value}</q> : <span className="soft">{t('empty')}</span>}</td>
              <td data-head={t('wrong')}>{wrong}</td>
              <td data-head={t('mend')}>{mend}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SampleProps {
  readonly rows: readonly Row[];
  readonly columns: ImportState['columns'];
}

function SampleTable({ rows, columns }: SampleProps) {
  const t = useWords(importWords);
  const places = columns.map((column, place) => ({ ...column, place }));
  const used = places.filter(({ place }) => rows.some(({ cells }) => cells[place]));
  return (
    <div className="import-scroll" role="region" aria-label={t('sampleTitle')} tabIndex={0}>
      <table className="import-table" data-wide>
        <caption>{t('sampleTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {used.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells, isKnown }) => (
            <tr key={number} data-known={isKnown || undefined}>
              <th scope="row" className="number">
                {number} {isKnown && <Badge>{t('already')}</Badge>}
              </th>
              {used.map(({ name, place }) => (
                <td key={name}>{cells[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
