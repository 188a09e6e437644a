import { useMemo } from 'react';
import { useConnection } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useListState } from '../../app/list-state.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, DataList, EmptyState, Screen, type ListColumn, type Tone } from '../../design/index.js';
import { remindersQuery } from './reminders.queries.js';
import { reminderWords } from './reminders.words.js';

type Row = ResultOf<typeof remindersQuery>['reminders']['edges'][number]['node'];

const tones: Readonly<Record<Row['state'], Tone>> = {
  scheduled: 'waiting',
  fired: 'good',
  skipped: 'plain',
  moved: 'plain',
  cancelled: 'plain',
};

export default function RemindersScreen() {
  const t = useWords(reminderWords);
  const term = useTerms();
  const language = useLanguage();
  const event = useEvent();
  const state = useListState('state', 'kind');
  const states = useTermOptions('ReminderState');
  const { state: stands, kind } = state.filters;
  const filter = { ...(stands && { states: [stands as Row['state']] }), ...(kind && { subjectKind: kind }) };
  const data = useConnection('reminders', remindersQuery, { eventId: event.id, filter }, (found) => found.reminders, {
    refetchEverySeconds: 30,
  });
  const nameOf = ({ session, meeting, subjectKind }: Row) => {
    if (meeting) return `${meeting.request.from.name} – ${meeting.request.to.name}`;
    return session?.title ?? t(subjectKind === 'session' ? 'gone' : 'meeting');
  };
  const before = (minutes: number) => {
    if (minutes % 1440 === 0) return t('days', { count: minutes / 1440 });
    return minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
  };
  const columns = useMemo(
    (): readonly ListColumn<Row>[] => [
      { id: 'subject', head: t('subject'), cell: nameOf },
      { id: 'kind', head: t('kind'), cell: (row) => t(row.subjectKind === 'session' ? 'session' : 'meeting') },
      { id: 'due', head: t('due'), cell: (row) => instantText(row.dueAt, event.zone, language) },
      { id: 'before', head: t('before'), cell: (row) => before(row.offsetMinutes) },
      { id: 'start', head: t('start'), cell: (row) => instantText(row.occurrenceStart, event.zone, language) },
      {
        id: 'state',
        head: t('state'),
        cell: (row) => <Badge tone={tones[row.state]}>{term('ReminderState', row.state)}</Badge>,
      },
    ],
    [t, term, event.zone, language],
  );
  const kinds = [
    { value: 'session', label: t('session') },
    { value: 'meeting', label: t('meeting') },
  ];
  return (
    <Screen title={t('title')} lead={t('lead')}>
      <DataList
        label={t('title')}
        columns={columns}
        data={data}
        state={state}
        rowId={(row) => row.id}
        rowName={nameOf}
        filters={[
          { name: 'state', label: t('state'), options: states, all: t('allStates') },
          { name: 'kind', label: t('kind'), options: kinds, all: t('allKinds') },
        ]}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      />
    </Screen>
  );
}
