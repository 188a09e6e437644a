import { newId } from '#kernel';
import { cloneDatabase, describeWith, eventually, redis, testApp, type ClonedDatabase, type TestApp } from '#support';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '../database/unit-of-work.js';
import { declareEvent } from '../outbox/domain-event.js';
import { Handles } from '../outbox/handles.js';
import { JobRow } from '../outbox/job.entity.js';
import { declareJob } from '../outbox/job.js';
import { QueueWorker } from './worker.js';

const BellRung = declareEvent<{ bellId: string }>('BellRung');
const answerBell = declareJob('answer-bell', BellRung);
const hearBell = declareJob('hear-bell', BellRung, { transactional: false });

/** Writes what it did into a table of the test, in the job's own transaction; fails as often, and waits as long, as it is told. */
@Injectable()
class Doorkeeper {
  failures = 0;
  heard: string[] = [];
  atTheDoor = 0;
  door = Promise.resolve();

  @Handles(answerBell)
  async answer({ bellId }: { bellId: string }, work: Work): Promise<void> {
    await work.manager.query('INSERT INTO answered (bell) VALUES ($1)', [bellId]);
    if (this.failures-- > 0) throw new Error('the door is stuck');
  }

  @Handles(hearBell)
  async hear({ bellId }: { bellId: string }): Promise<void> {
    this.atTheDoor += 1;
    await this.door;
    this.heard.push(bellId);
  }
}

interface House {
  readonly app: TestApp;
  readonly ring: () => Promise<string>;
  readonly answered: () => Promise<string[]>;
  readonly jobs: () => Promise<JobRow[]>;
}

async function house(database: ClonedDatabase, redisUrl: string | undefined): Promise<House> {
  const app = await testApp({
    database,
    worker: 'idle',
    providers: [Doorkeeper],
    env: redisUrl ? { REDIS_URL: redisUrl } : {},
  });
  const unitOfWork = app.get(UnitOfWork);
  const ring = () =>
    unitOfWork.run(async (work) => {
      const bellId = newId();
      await work.record(BellRung, { bellId });
      return bellId;
    });
  const answered = async () => {
    const rows = await app.dataSource.query<{ bell: string }[]>('SELECT bell FROM answered');
    return rows.map(({ bell }) => bell);
  };
  return { app, ring, answered, jobs: () => app.dataSource.getRepository(JobRow).find({ order: { id: 'ASC' } }) };
}

function behaves(redisUrl: string | undefined): void {
  let database: ClonedDatabase;
  let here: House;

  beforeEach(async () => {
    database = await cloneDatabase();
    here = await house(database, redisUrl);
    await here.app.dataSource.query('CREATE TABLE answered (bell uuid NOT NULL)');
  });

  afterEach(async () => {
    await here.app.close();
    await database.drop();
  });

  const start = () => here.app.get(QueueWorker).start();
  const done = (count: number) => (jobs: JobRow[]) =>
    jobs.length === count && jobs.every(({ state }) => state === 'done');

  it('does every job of a recorded fact, once', async () => {
    await start();
    const bells = [await here.ring(), await here.ring()];
    await eventually(here.jobs, done(4));
    expect((await here.answered()).sort()).toEqual([...bells].sort());
    expect([...here.app.get(Doorkeeper).heard].sort()).toEqual([...bells].sort());
  });

  it('does what was recorded while no worker ran', async () => {
    const bell = await here.ring();
    await start();
    await eventually(here.jobs, done(2));
    expect(await here.answered()).toEqual([bell]);
  });

  it('announces nothing that was rolled back', async () => {
    await start();
    const unitOfWork = here.app.get(UnitOfWork);
    const undone = unitOfWork.run(async (work) => {
      await work.record(BellRung, { bellId: newId() });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const bell = await here.ring();
    await eventually(here.jobs, done(2));
    expect(await here.answered()).toEqual([bell]);
  });

  it('undoes a failed try and tries again until it succeeds', async () => {
    here.app.get(Doorkeeper).failures = 2;
    await start();
    const bell = await here.ring();
    const jobs = await eventually(here.jobs, done(2));
    expect(await here.answered()).toEqual([bell]);
    expect(jobs.map(({ name, attempts }) => [name, attempts])).toEqual([
      ['answer-bell', 2],
      ['hear-bell', 0],
    ]);
  });

  it('does a job once though the queue was told of it twice', async () => {
    await start();
    const bell = await here.ring();
    await eventually(here.jobs, done(2));
    await here.app.dataSource.query("UPDATE job SET queued_at = NULL, state = 'queued' WHERE name = 'hear-bell'");
    await here.app.dataSource.query("UPDATE job SET queued_at = NULL WHERE name = 'answer-bell'");
    await here.ring();
    await eventually(here.jobs, done(4));
    expect((await here.answered()).filter((one) => one === bell)).toEqual([bell]);
  });

  it('shares the work between two workers and still does each job once', async () => {
    const other = await house(database, redisUrl);
    try {
      await Promise.all([start(), other.app.get(QueueWorker).start()]);
      const bells = await Promise.all(Array.from({ length: 40 }, () => here.ring()));
      await eventually(here.jobs, done(80));
      expect((await here.answered()).sort()).toEqual([...bells].sort());
    } finally {
      await other.app.close();
    }
  });

  it('queues again what the queue lost', async () => {
    const bell = await here.ring();
    const dataSource = here.app.dataSource;
    // As it is after the queue was flushed: our row says queued, the queue knows nothing.
    await dataSource.query(
      "INSERT INTO job (id, outbox_id, name, state, queued_at) SELECT id || '.answer-bell', id, 'answer-bell', 'queued', recorded_at FROM outbox",
    );
    await dataSource.query('UPDATE outbox SET relayed_at = recorded_at');
    here.app.clock.advance(121_000);
    await start();
    await eventually(here.jobs, done(1));
    expect(await here.answered()).toEqual([bell]);
  });

  it('goes on after the database dropped every connection', async () => {
    await start();
    await here.ring();
    await eventually(here.jobs, done(2));
    await database.cutOff();
    const bell = await eventually(here.ring, () => true);
    await eventually(here.answered, (bells) => bells.includes(bell), 25_000);
  });

  it('finishes the job at hand before it closes', async () => {
    const doorkeeper = here.app.get(Doorkeeper);
    let open = (): void => undefined;
    doorkeeper.door = new Promise((resolve) => (open = resolve));
    await start();
    const bell = await here.ring();
    await eventually(
      () => doorkeeper.atTheDoor,
      (count) => count === 1,
    );
    const closing = here.app.get(QueueWorker).beforeApplicationShutdown();
    open();
    await closing;
    const heard = (await here.jobs()).filter(({ name }) => name === 'hear-bell');
    expect([doorkeeper.heard, heard.map(({ state }) => state)]).toEqual([[bell], ['done']]);
  });
}

describe('the queue on PostgreSQL', () => behaves(undefined));

describeWith(redis, 'the queue on Redis', () => behaves(redis.at));
