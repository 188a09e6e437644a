import { newId } from '#kernel';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';

/** What strangers, broken programs and slips send to the API. Each is answered, and none reaches a stack trace. */
describe('bad input to the API', () => {
  let api: TestApi;
  let staff: SignedInStaff;

  const post = (body: string, type = 'application/json') =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });

  beforeAll(async () => {
    api = await testApi();
    staff = await signedIn(api);
  });
  afterAll(() => api.close());

  it.each(['{ currentTime', '{ nothingOfTheKind }', 'mutation {', '', '{ currentTime(zone: "Lima") }'])(
    'says what is wrong with the operation %p',
    async (query) => {
      const { status, errors } = await graphql(api.url, query);
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
        expect.stringMatching(/^(GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|BAD_REQUEST)$/),
      ]);
      expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.js:\d/);
    },
  );

  it.each(['not json', '[]', 'null', '{"query": 7}'])('refuses the body %p', async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/node_modules|\.js:\d/);
  });

  it('takes operations as JSON in a POST only, so that no other site can send one', async () => {
    expect((await post('query={currentTime}', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('{"query":"{ currentTime }"}', 'text/plain')).status).not.toBe(200);
    expect((await fetch(`${api.url}/graphql?query=%7BcurrentTime%7D`)).status).toBe(405);
  });

  it('refuses a body of 10 MB before reading it', async () => {
    const answer = await post(JSON.stringify({ query: '{ currentTime }', padding: 'x'.repeat(10_000_000) }));
    expect(answer.status).toBe(413);
  });

  it('bounds aliases and tokens', async () => {
    expect((await graphql(api.url, `{ ${'currentTime '.repeat(2_100)} }`)).status).toBe(400);
    const aliases = Array.from({ length: 20 }, (_, n) => `t${n}: currentTime`).join(' ');
    expect((await graphql(api.url, `{ ${aliases} }`)).status).toBe(400);
    const typenames = Array.from({ length: 20 }, (_, n) => `t${n}: __typename`).join(' ');
    expect((await graphql(api.url, `{ ${typenames} }`)).status).toBe(400);
  });

  const unknown = newId();
  it.each([
    ['person', `{ person(id: "${unknown}") { id } }`],
    ['delegation', `{ delegation(id: "${unknown}") { id } }`],
    ['sessions', `{ sessions(eventId: "${unknown}") { totalCount } }`],
    ['publishEvent', `mutation { publishEvent(id: "${unknown}") { __typename } }`],
    ['cancelRegistration', `mutation { cancelRegistration(id: "${unknown}") { __typename } }`],
  ])('answers an unknown id of %s as not found, and never as an internal error', async (_, query) => {
    const { errors } = await graphql(api.url, query, { cookie: staff.cookie });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
      expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
    ]);
  });

  it.each(['not-an-id', "' OR 1=1 --", ''])('answers %p, which is no id, the same way', async (id) => {
    const query = 'query ($id: ID!) { delegation(id: $id) { id } }';
    const { errors } = await graphql(api.url, query, { cookie: staff.cookie, variables: { id } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
