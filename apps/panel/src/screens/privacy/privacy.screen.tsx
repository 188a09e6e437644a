import { useMemo, useState } from 'react';
import { useAsk, useConnection } from '../../app/ask-hooks.js';
import { useListState } from '../../app/list-state.js';
import { useMe } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import {
  Badge,
  Button,
  DataList,
  Drawer,
  EmptyState,
  Notice,
  Screen,
  type ListColumn,
  type Tone,
} from '../../design/index.js';
import { AnonymiseForm } from './anonymise.form.js';
import { PrivacyAnswerForm } from './privacy-answer.form.js';
import { privacyRequestsQuery, retentionPreviewQuery, type PrivacyRequestRow } from './privacy.queries.js';
import { privacyWords } from './privacy.words.js';
import { RetentionForm } from './retention.form.js';

const tones: Readonly<Record<PrivacyRequestRow['state'], Tone>> = {
  open: 'waiting',
  granted: 'good',
  refused: 'plain',
};

export default function PrivacyScreen() {
  const t = useWords(privacyWords);
  const term = useTerms();
  const me = useMe();
  const state = useListState('state');
  const states = useTermOptions('PrivacyRequestState');
  const [task, setTask] = useState<'retention' | 'anonymise' | null>(null);
  const endTask = () => setTask(null);
  const [answering, setAnswering] = useState<PrivacyRequestRow | null>(null);
  const wanted = (state.filters.state || null) as PrivacyRequestRow['state'] | null;
  const data = useConnection('privacy', privacyRequestsQuery, { state: wanted }, (found) => found.privacyRequests);
  const nameOf = (row: PrivacyRequestRow) => row.person?.fullName ?? t('unknown');
  const columns = useMemo(
    (): readonly ListColumn<PrivacyRequestRow>[] => [
      { id: 'person', head: t('person'), cell: nameOf },
      { id: 'kind', head: t('kind'), cell: (row) => term('PrivacyRequestKind', row.kind) },
      { id: 'words', head: t('words'), cell: (row) => row.words },
      { id: 'due', head: t('due'), cell: (row) => row.dueOn },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => <Badge tone={tones[row.state]}>{term('PrivacyRequestState', row.state)}</Badge>,
      },
    ],
    [t, term],
  );
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button onClick={() => setTask('retention')}>{t('retention')}</Button>
          <Button onClick={() => setTask('anonymise')}>{t('anonymise')}</Button>
        </>
      }
    >
      {me?.isAdministrator && <Retention />}
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={nameOf}
        filters={[{ name: 'state', label: t('state'), options: states, all: t('allStates') }]}
        actions={(row) =>
          row.state === 'open' ? [{ label: t('answer'), icon: 'edit' as const, onSelect: () => setAnswering(row) }] : []
        }
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      />
      <Drawer
        title={answering ? t('answerOf', { name: nameOf(answering) }) : t('answer')}
        isOpen={answering !== null}
        onClose={() => setAnswering(null)}
      >
        {answering && <PrivacyAnswerForm request={answering} close={() => setAnswering(null)} />}
      </Drawer>
      <Drawer title={t('retention')} isOpen={task === 'retention'} onClose={endTask}>
        {task === 'retention' && <RetentionForm close={endTask} />}
      </Drawer>
      <Drawer title={t('anonymise')} isOpen={task === 'anonymise'} onClose={endTask}>
        {task === 'anonymise' && <AnonymiseForm close={endTask} />}
      </Drawer>
    </Screen>
  );
}

/** What the next sweep erases, before it does. */
function Retention() {
  const t = useWords(privacyWords);
  const preview = useAsk('privacy', retentionPreviewQuery, {}).data?.retentionPreview;
  if (!preview || preview.people + preview.mails === 0) return null;
  const { people, mails } = preview;
  return <Notice tone="waiting">{t('toErase', { people, mails })}</Notice>;
}
