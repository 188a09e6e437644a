import { useAsk } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useMe } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Fault, Notice, Screen, Skeleton } from '../../design/index.js';
import { FailedJobs } from './failed-jobs.js';
import { queueHealthQuery } from './queue.queries.js';
import { everySeconds, ownZone } from './queue-times.js';
import { queueWords } from './queue.words.js';
import './queue.css';

type Health = ResultOf<typeof queueHealthQuery>['queueHealth'];

const tooLongSeconds = 120;

export default function QueueScreen() {
  const t = useWords(queueWords);
  const me = useMe();
  const query = useAsk('queue', queueHealthQuery, {}, { refetchEverySeconds: everySeconds });
  const health = query.data?.queueHealth;
  return (
    <Screen title={t('title')} lead={t('lead')}>
      <div className="stack">
        {query.error && <Fault error={query.error} retry={() => void query.refetch()} />}
        {!health && !query.error && <Skeleton lines={4} />}
        {health && <HealthParts health={health} />}
        <section aria-labelledby="failed-jobs">
          <h2 id="failed-jobs">{t('jobs')}</h2>
          {me?.isAdministrator ? <FailedJobs /> : <p className="soft">{t('onlyAdministrators')}</p>}
        </section>
      </div>
    </Screen>
  );
}

function HealthParts({ health }: { readonly health: Health }) {
  const t = useWords(queueWords);
  const language = useLanguage();
  const { unrelayed, waiting, failed, oldestSince, oldestSeconds } = health;
  const isStuck = (oldestSeconds ?? 0) > tooLongSeconds;
  const isCalm = unrelayed + waiting === 0;
  const figures = [
    { name: t('unrelayed'), hint: t('unrelayedHint'), value: unrelayed },
    { name: t('waiting'), hint: t('waitingHint'), value: waiting },
    { name: t('failed'), hint: t('failedHint'), value: failed },
  ];
  return (
    <>
      {isStuck && <Notice tone="bad">{t('stuck')}</Notice>}
      {failed > 0 && <Notice tone="bad">{t('broken', { count: failed })}</Notice>}
      {!isStuck && failed === 0 && <Notice tone="good">{t(isCalm ? 'calm' : 'busy')}</Notice>}
      <dl className="figures">
        {figures.map(({ name, hint, value }) => (
          <div key={name} className="card figure">
            <dt>{name}</dt>
            <dd className="figure-value number">{value}</dd>
            <dd className="soft">{hint}</dd>
          </div>
        ))}
        <div className="card figure">
          <dt>{t('oldest')}</dt>
          <dd>{oldestSince ? instantText(oldestSince, ownZone, language) : t('nothingWaits')}</dd>
        </div>
      </dl>
    </>
  );
}
