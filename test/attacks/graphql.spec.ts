import { TrustedDocuments } from '#platform';
import { signedIn, testApi, type TestApi } from '#support';
import { statementsOf } from './statements.js';

/**
 * The checks of graphql-cop (aliases, batches, repeated fields, directives, circular fragments, GET, forms, introspection, suggestions,
 * traces), and brute force through aliases: each request is refused by its text alone, before anybody is asked who sends it.
 */
let api: TestApi;
let production: TestApi;
let cookie: string;

beforeAll(async () => {
  api = await testApi();
  production = await testApi({ env: { TINKUY_MODE: 'production', PUBLIC_URL: 'http://localhost:3000' } });
  ({ cookie } = await signedIn(api));
});
afterAll(async () => {
  await api.close();
  await production.close();
});

const json = { 'content-type': 'application/json' };

async function send(url: string, body: unknown, headers: Record<string, string> = json) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: text });
  const answer = (await response.json().catch(() => ({}))) as {
    data?: unknown;
    errors?: { extensions?: { code?: string } }[];
  };
  return { status: response.status, data: answer.data, code: answer.errors?.[0]?.extensions?.code };
}

const many = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ');
const nested = (depth: number): string => (depth === 0 ? 'id' : `position { person { ${nested(depth - 1)} } }`);

const heavy: Record<string, string> = {
  'aliases of one field': `{ ${many(16, (n) => `a${n}: currentTime`)} }`,
  'aliases of __typename': `{ ${many(16, (n) => `a${n}: __typename`)} }`,
  'aliases in a fragment that is spread again and again': `{ ${many(4, () => '...F')} } fragment F on Query { ${many(5, (n) => `a${n}: currentTime`)} }`,
  'a field said five hundred times': `{ ${many(500, () => '__typename')} }`,
  'more directives than a person writes': `{ currentTime ${many(10, () => '@include(if: true)')} }`,
  'directives that do not exist': `{ currentTime ${many(500, () => '@aa')} }`,
  'more tokens than a person writes': `{ ${many(2_500, () => 'currentTime')} }`,
  'a selection without bottom': `{ publishedAgenda(slug: "x") { days { sessions { speakers { ${nested(20)} } } } } }`,
  'fragments in a circle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'pages of pages': `{ institutions(first: 200) { edges { node { members { id members { id members { id members { id name } } } } } } } }`,
};

describe('an operation that asks too much', () => {
  it.each(Object.keys(heavy))('is refused before any statement runs, also of signed-in staff: %s', async (name) => {
    let answer: Awaited<ReturnType<typeof send>> | undefined;
    const statements = await statementsOf(async () => {
      answer = await send(api.url, { query: heavy[name] }, { ...json, cookie });
    });
    expect({ status: answer?.status, data: answer?.data, statements }).toEqual({
      status: 400,
      data: undefined,
      statements: 0,
    });
  });

  it('is told from one that a variable makes large', async () => {
    const query =
      'query ($n: Int!) { institutions(first: $n) { edges { node { id name members { id name members { id name } } } } } }';
    expect((await send(api.url, { query, variables: { n: 1 } }, { ...json, cookie })).code).not.toBe('TOO_HEAVY');
    expect((await send(api.url, { query, variables: { n: 200 } }, { ...json, cookie })).code).toBe('TOO_HEAVY');
  });

  it('would otherwise reach the database: the same request with its cookie does', async () => {
    const statements = await statementsOf(() => send(api.url, { query: '{ currentTime }' }, { ...json, cookie }));
    expect(statements).toBeGreaterThan(0);
  });
});

describe('an operation that is not JSON in a POST', () => {
  const query = 'mutation { signOut }';
  it.each([
    ['a list of operations', () => send(api.url, [{ query }, { query }])],
    [
      'a form of another site',
      () => send(api.url, `query=${query}`, { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['a text of another site', () => send(api.url, { query }, { 'content-type': 'text/plain' })],
    [
      'a file of another site',
      () => send(api.url, '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
    ],
    ['JSON by another name', () => send(api.url, { query }, { 'content-type': 'text/plain; application/json' })],
    [
      'a persisted query of anybody',
      () => send(api.url, { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }),
    ],
    ['a field that nobody knows', () => send(api.url, { query, operations: '{}' })],
  ])('is refused: %s', async (_, attempt) => {
    const { status, data } = await attempt();
    expect([status >= 400 && status < 500, data]).toEqual([true, undefined]);
  });

  it('is refused by GET, query and mutation alike', async () => {
    const ask = (text: string) =>
      fetch(`${api.url}/graphql?${new URLSearchParams({ query: text })}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
    expect([(await ask('{ currentTime }')).status, (await ask(query)).status]).toEqual([405, 405]);
  });
});

describe('in production', () => {
  const introspection = '{ __schema { types { name } } }';

  it('nobody without a key runs an operation of their own', async () => {
    const answers = [
      await send(production.url, { query: '{ currentTime }' }),
      await send(production.url, { query: introspection }),
      await send(production.url, { query: '{ curentTime }' }),
      await send(production.url, { query: '{ currentTime }' }, { ...json, authorization: 'Bearer tk_short' }),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual(answers.map(() => [401, 'KEY_NEEDED']));
  });

  it('the panel runs what its build wrote down, by its hash alone', async () => {
    production.get(TrustedDocuments).trust({ known: 'query Now { currentTime }' });
    expect((await send(production.url, { documentId: 'known' })).data).toEqual({
      currentTime: expect.any(String) as string,
    });
    expect((await send(production.url, { documentId: 'unknown' })).code).toBe('DOCUMENT_UNKNOWN');
    expect((await send(production.url, { documentId: '__proto__' })).code).toBe('DOCUMENT_UNKNOWN');
  });

  it('a document beside a hash is not run in its place', async () => {
    const body = { documentId: 'known', query: 'query { __schema { types { name } } }' };
    expect((await send(production.url, body)).data).toEqual({ currentTime: expect.any(String) as string });
  });

  it('neither the schema nor its words are told, even to a key, and no explorer is served', async () => {
    const keyed = { ...json, authorization: `Bearer tk_${'a'.repeat(43)}` };
    expect((await send(production.url, { query: introspection }, keyed)).code).toBe('INTROSPECTION_OFF');
    const response = await fetch(`${production.url}/graphql`, {
      method: 'POST',
      headers: keyed,
      body: JSON.stringify({ query: '{ curentTime }' }),
    });
    expect(await response.text()).not.toMatch(/Did you mean|currentTime/);
    expect((await fetch(`${production.url}/graphiql`)).status).toBe(404);
  });

  it('no answer carries a trace', async () => {
    const response = await fetch(`${production.url}/graphql`, {
      method: 'POST',
      headers: { ...json, 'apollo-tracing': '1' },
      body: '{"documentId":"known"}',
    });
    expect(await response.text()).not.toMatch(/tracing|stacktrace|extensions/);
  });
});
