import { newId } from '#kernel';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';

let api: TestApi;
let administrator: SignedInStaff;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  const { id } = await anEvent(api);
  administrator = await signedIn(api, { isAdministrator: true });
  organiser = await signedIn(api, { roles: { [id]: 'organiser' } });
});

afterAll(() => api.close());

let factId: string;

beforeEach(async () => {
  factId = newId();
  await api.dataSource.query('TRUNCATE outbox CASCADE');
  const sql = "INSERT INTO outbox (id, event, facts, recorded_at) VALUES ($1, 'MessageQueued', '{}', $2)";
  await api.dataSource.query(sql, [factId, api.clock.now()]);
});

it('the health of the queue tells staff what waits', async () => {
  const query = '{ queueHealth { unrelayed waiting failed oldestSince oldestSeconds } }';
  const { data } = await graphql<object>(api.url, query, { cookie: organiser.cookie });
  const oldestSince = api.clock.now().toISOString();
  expect(data).toEqual({ queueHealth: { unrelayed: 1, waiting: 0, failed: 0, oldestSince, oldestSeconds: 0 } });
  expect((await graphql(api.url, query)).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
});

describe('a job that was given up', () => {
  let jobId: string;

  beforeEach(async () => {
    jobId = `${factId}.deliver-message`;
    await api.dataSource.query('UPDATE outbox SET relayed_at = recorded_at');
    await api.dataSource.query(
      `INSERT INTO job (id, outbox_id, name, state, queued_at, ended_at, attempts, last_error)
       VALUES ($1, $2, 'deliver-message', 'failed', $3, $3, 8, 'Out of memory')`,
      [jobId, factId, api.clock.now()],
    );
  });

  const failed = async ({ cookie }: SignedInStaff) => {
    const query = '{ failedJobs { totalCount edges { node { id name fact attempts lastError } } } }';
    const { data, errors } = await graphql<object>(api.url, query, { cookie });
    return errors?.[0].extensions.code ?? data;
  };
  const retry = async (id: string, { cookie }: SignedInStaff) => {
    const mutation = 'mutation ($id: ID!) { done: retryJob(id: $id) { ... on Job { state } ... on Refusal { code } } }';
    const answer = await graphql<{ done: object }>(api.url, mutation, { cookie, variables: { id } });
    return answer.errors?.[0].extensions.code ?? answer.data.done;
  };

  it('is shown to administrators with its error', async () => {
    const node = { id: jobId, name: 'deliver-message', fact: 'MessageQueued', attempts: 8, lastError: 'Out of memory' };
    expect(await failed(administrator)).toEqual({ failedJobs: { totalCount: 1, edges: [{ node }] } });
    expect(await failed(organiser)).toBe('FORBIDDEN');
  });

  it('is tried again when an administrator says so, and waits for the relay', async () => {
    expect([await retry(jobId, organiser), await retry(jobId, administrator)]).toEqual([
      'FORBIDDEN',
      { state: 'queued' },
    ]);
    const [job] = await api.dataSource.query<object[]>('SELECT state, queued_at, ended_at FROM job WHERE id = $1', [
      jobId,
    ]);
    expect(job).toEqual({ state: 'queued', queued_at: null, ended_at: null });
    expect([await retry(jobId, administrator), await retry('none', administrator)]).toEqual([
      { code: 'JOB_NOT_FAILED' },
      'NOT_FOUND',
    ]);
  });
});
