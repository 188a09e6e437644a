import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import type { QueryRunner } from 'typeorm';
import { anEvent } from '../factories/delegations.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

/**
 * Operations that do not end: who makes a few of them wait holds every connection of the process, and nobody else is answered (ASVS 5.0,
 * 15.2.2), as at pretix, where one reservation that never ended held up its health check too (issue 4227 of pretix/pretix).
 */
let database: ClonedDatabase;
let patient: TestApi;
let impatient: TestApi;
let staff: SignedInStaff;
let eventId: string;

/** Long enough for a busy machine to answer what is not held up, and short for a test. */
const limit = 1_500;

beforeAll(async () => {
  database = await cloneDatabase();
  patient = await testApi({ database });
  const env = { OPERATION_TIMEOUT: String(limit), DATABASE_POOL: '2' };
  impatient = await testApi({ database, env });
  eventId = (await anEvent(patient)).id;
  staff = await signedIn(patient, { roles: { [eventId]: 'organiser' } });
}, 60_000);
afterAll(async () => {
  await impatient.close();
  await patient.close();
  await database.drop();
});

/** While `body` runs, somebody else has locked what the statement names. */
async function whileLocked<T>(statement: string, body: (free: () => Promise<void>) => Promise<T>): Promise<T> {
  const runner: QueryRunner = patient.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(statement);
  const free = async () => {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  };
  try {
    return await body(free);
  } finally {
    await free();
    await runner.release();
  }
}

const move = `mutation ($id: ID!) { asked: updateEvent(id: $id, input: { city: "Puno" }) { ... on Event { city } ... on Refusal { code } } }`;
const look = 'query ($id: ID!) { asked: event(id: $id) { city } }';

interface Asked {
  readonly data: { asked: unknown } | null;
  readonly code: string | undefined;
}

async function ask(api: TestApi, query: string): Promise<Asked> {
  const variables = { id: eventId };
  const { data, errors } = await graphql<Asked['data']>(api.url, query, { cookie: staff.cookie, variables });
  return { data, code: errors?.[0].extensions.code };
}

/** Statements of requests that the database still works on. */
async function underWay(): Promise<number> {
  const [{ n }] = await patient.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND usename LIKE '%\\_app' AND state <> 'idle'`,
  );
  return n;
}

const lockEvent = (): string => `SELECT FROM event WHERE id = '${eventId}' FOR UPDATE`;

describe('an operation that is held up', () => {
  it('is answered with TIMEOUT when its time is over, and has changed nothing, also later', async () => {
    await whileLocked(lockEvent(), async (free) => {
      expect(await ask(impatient, move)).toEqual({ data: null, code: 'TIMEOUT' });
      await eventually(underWay, (count) => count === 0);
      await free();
      expect((await ask(impatient, look)).data).toEqual({ asked: { city: 'Cusco' } });
    });
  });

  it('takes no connection from the others: after more of them than there are connections, the next is answered', async () => {
    await whileLocked(lockEvent(), async () => {
      const held = await Promise.all(Array.from({ length: 6 }, () => ask(impatient, move)));
      expect(held.map(({ code }) => code)).toEqual(held.map(() => 'TIMEOUT'));
      expect(await ask(impatient, look)).toEqual({ data: { asked: { city: 'Cusco' } }, code: undefined });
    });
  });

  it('would wait as long as the lock holds, were its time not bounded', async () => {
    await whileLocked(lockEvent(), async (free) => {
      const waiting = ask(patient, move);
      await ask(impatient, move);
      await eventually(underWay, (count) => count === 1);
      await free();
      expect(await waiting).toEqual({ data: { asked: { city: 'Puno' } }, code: undefined });
    });
  });
});

describe('a page or file that is held up', () => {
  it('says so, and how to go on, when one of its statements takes too long', async () => {
    await whileLocked('LOCK TABLE event IN ACCESS EXCLUSIVE MODE', async () => {
      const [page, file] = await Promise.all([
        fetch(`${impatient.url}/`),
        fetch(`${impatient.url}/exports/events.csv`, { headers: { cookie: staff.cookie } }),
      ]);
      expect([page.status, /vuelva a intentarlo/.test(await page.text())]).toEqual([503, true]);
      expect([file.status, await file.text()]).toEqual([503, '{"code":"TIMEOUT"}']);
    });
  });
});
