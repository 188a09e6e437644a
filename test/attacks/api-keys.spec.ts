import { newId } from '#kernel';
import { graphql, signedIn, testApi, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';

/**
 * Keys that open more than they say: one of pretix's endpoints showed the check-ins of every event of the organiser to a program that
 * had been given one (CVE-2026-5600); at cal.com any valid key read and deleted the bookings of every organisation (January 2026).
 */
let api: TestApi;
let owner: { cookie: string };
let organizationId: string;
let eventId: string;
let siblingId: string;
let foreignEventId: string;

beforeAll(async () => {
  api = await testApi({ env: { TINKUY_MODE: 'test' } });
  eventId = (await anEvent(api)).id;
  siblingId = (await anEvent(api)).id;
  owner = await signedIn(api, { isAdministrator: true });
  const [{ organization_id: its }] = await api.dataSource.query<{ organization_id: string }[]>(
    'SELECT organization_id FROM event WHERE id = $1',
    [eventId],
  );
  organizationId = its;
  foreignEventId = await foreignEvent();
});
afterAll(() => api.close());

/** An event of an organisation of its own. */
async function foreignEvent(): Promise<string> {
  const other = newId();
  const { id } = await anEvent(api);
  await api.dataSource.query(
    "INSERT INTO organization SELECT ($1::uuid), 'Otra organización ' || $1, is_demonstration, created_at FROM organization LIMIT 1",
    [other],
  );
  await api.dataSource.query("SET session_replication_role = 'replica'");
  await api.dataSource.query('UPDATE event SET organization_id = $1 WHERE id = $2', [other, id]);
  await api.dataSource.query("SET session_replication_role = 'origin'");
  return id;
}

const create = `mutation ($input: ApiKeyInput!) {
  createApiKey(input: $input) { ... on MadeApiKey { token key { id } } ... on Refusal { code } }
}`;

async function aKey(more: Record<string, unknown> = {}): Promise<{ token: string; id: string }> {
  const input = { organizationId, name: 'Página de la red', days: 30, ...more };
  const { data, errors } = await graphql<{ createApiKey: { token: string; key: { id: string } } }>(api.url, create, {
    cookie: owner.cookie,
    variables: { input },
  });
  if (!data?.createApiKey?.token) throw new Error(JSON.stringify({ data, errors }));
  return { token: data.createApiKey.token, id: data.createApiKey.key.id };
}

async function ask(token: string, query: string, variables: Record<string, unknown> = {}) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, ...answer, code: answer.errors?.[0]?.extensions.code };
}

const delegations = 'query ($id: ID!) { delegations(eventId: $id) { totalCount } }';

describe('a key', () => {
  it('reads what is its organisation’s, and nothing of another', async () => {
    const { token } = await aKey();
    const [own, foreign] = [
      await ask(token, delegations, { id: eventId }),
      await ask(token, delegations, { id: foreignEventId }),
    ];
    expect(own.data?.delegations).toEqual({ totalCount: 0 });
    expect([foreign.data?.delegations ?? null, ['FORBIDDEN', 'NOT_FOUND'].includes(foreign.code ?? '')]).toEqual([
      null,
      true,
    ]);
  });

  it('of one event opens no other event of the same organisation', async () => {
    const { token } = await aKey({ eventId });
    expect((await ask(token, delegations, { id: eventId })).data?.delegations).toEqual({ totalCount: 0 });
    expect((await ask(token, delegations, { id: siblingId })).data?.delegations ?? null).toBeNull();
  });

  it('changes nothing, makes no key, and lists none', async () => {
    const { token } = await aKey();
    const tries = [
      await ask(token, `mutation { closeEvent(id: "${eventId}") { __typename } }`),
      await ask(token, 'mutation { signOut }'),
      await ask(
        token,
        `mutation { createApiKey(input: { organizationId: "${organizationId}", name: "x", days: 1 }) { __typename } }`,
      ),
      await ask(token, `{ apiKeys(organizationId: "${organizationId}") { id } }`),
    ];
    expect(tries.map(({ code }) => code)).toEqual(tries.map(() => 'FORBIDDEN'));
  });

  it('opens nothing from the moment it is revoked, or its time is over', async () => {
    const [revoked, old] = [await aKey(), await aKey({ days: 1 })];
    await graphql(api.url, 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', {
      cookie: owner.cookie,
      variables: { id: revoked.id },
    });
    expect((await ask(revoked.token, '{ currentTime }')).status).toBe(401);
    expect((await ask(old.token, '{ currentTime }')).status).toBe(200);
    api.clock.advance(24 * 3_600_000);
    expect((await ask(old.token, '{ currentTime }')).status).toBe(401);
    owner = await signedIn(api, { isAdministrator: true });
  });

  it('that was guessed, or is carried beside somebody’s cookie, gives nobody’s rights', async () => {
    const guessed = await ask(`tk_${'a'.repeat(43)}`, '{ me { name } }');
    expect([guessed.status, guessed.code]).toEqual([401, 'UNAUTHENTICATED']);
    const { token } = await aKey();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, cookie: owner.cookie };
    const body = '{"query":"{ me { isAdministrator } }"}';
    const both = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(((await both.json()) as { data: unknown }).data).toEqual({ me: { isAdministrator: false } });
  });

  it('stands in the database as a hash alone, and tells when it was last used', async () => {
    const { token, id } = await aKey();
    await ask(token, '{ currentTime }');
    const [row] = await api.dataSource.query<Record<string, unknown>[]>('SELECT * FROM api_key WHERE id = $1', [id]);
    expect([JSON.stringify(row).includes(token.slice(3)), row['last_used_at']]).toEqual([false, api.clock.now()]);
  });

  it('is made neither by staff who are no owners, nor for an event of others, nor for ever', async () => {
    const organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const input = { organizationId, name: 'x', days: 30 };
    const { errors } = await graphql(api.url, create, { cookie: organiser.cookie, variables: { input } });
    expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
    const refused = async (more: object) =>
      (
        await graphql<{ createApiKey: { code?: string } }>(api.url, create, {
          cookie: owner.cookie,
          variables: { input: { ...input, ...more } },
        })
      ).data.createApiKey.code;
    expect([
      await refused({ eventId: foreignEventId }),
      await refused({ days: 4000 }),
      await refused({ name: ' ' }),
    ]).toEqual(['API_KEY_EVENT_UNKNOWN', 'API_KEY_DAYS_WRONG', 'API_KEY_NAME_WRONG']);
  });
});
