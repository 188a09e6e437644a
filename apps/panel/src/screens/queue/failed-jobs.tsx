import { useMemo } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Button, DataList, EmptyState, type ListColumn } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { failedJobsQuery, retryJobMutation } from './queue.queries.js';
import { everySeconds, ownZone } from './queue-times.js';
import { queueWords } from './queue.words.js';

type Job = ResultOf<typeof failedJobsQuery>['failedJobs']['edges'][number]['node'];

export function FailedJobs() {
  const t = useWords(queueWords);
  const language = useLanguage();
  const state = useListState();
  const retry = useRowDeed(retryJobMutation, 'queue');
  const data = useConnection('queue', failedJobsQuery, {}, ({ failedJobs }) => failedJobs, {
    refetchEverySeconds: everySeconds,
  });
  const columns = useMemo(
    (): readonly ListColumn<Job>[] => [
      { id: 'job', head: t('job'), cell: (row) => row.name },
      { id: 'fact', head: t('fact'), cell: (row) => row.fact },
      {
        id: 'error',
        head: t('error'),
        cell: (row) => <code className="job-error">{row.lastError}</code>,
        width: 'minmax(14rem, 3fr)',
      },
      { id: 'attempts', head: t('attempts'), cell: (row) => row.attempts, isNumber: true },
      { id: 'when', head: t('when'), cell: (row) => row.endedAt && instantText(row.endedAt, ownZone, language) },
    ],
    [t, language],
  );
  const again = (row: Job) => retry({ id: row.id }, { done: t('retried', { name: row.name }) });
  return (
    <DataList
      label={t('jobs')}
      columns={columns}
      data={data}
      state={state}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      actions={(row) => [{ label: t('retry'), onSelect: () => void again(row) }]}
      bulk={(rows, clear) => (
        <Button size="small" onClick={() => void Promise.all(rows.map(again)).then(clear)}>
          {t('retryAll')}
        </Button>
      )}
      empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
    />
  );
}
