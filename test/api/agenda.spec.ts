import { AgendaVersionService, SessionService, type Session } from '#agenda';
import { EventService, type Event } from '#events';
import { newId } from '#kernel';
import { accessTable, theSystem, UnitOfWork } from '#platform';
import { AnonymisationService } from '#privacy';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { aPerson, aPublicEvent, aRoom, aSession, aSpeaker, done } from '../factories/agendas.js';

let api: TestApi;
let event: Event;
let session: Session;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

beforeEach(async () => {
  event = await aPublicEvent(api);
  session = await aSession(api, event, { roomId: (await aRoom(api, event, 'Sala Qosqo')).id });
  await aSpeaker(api, session);
  done(await api.get(AgendaVersionService).publish(theSystem, event.id));
  organiser = await signedIn(api, { roles: { [event.id]: 'organiser' } });
});

const refusal = '... on Refusal { code field message details { name value } }';

describe('the mutations of an agenda', () => {
  const create = `mutation ($input: SessionInput!) {
    createSession(input: $input) { ... on Session { title startsAt version room { name } speakers { role } } ${refusal} } }`;
  const input = () => ({
    eventId: event.id,
    kind: 'panel',
    title: 'Riego',
    startsAt: '2025-06-20T11:00',
    endsAt: '2025-06-20T12:00',
  });

  it('add a session at a wall-clock time', async () => {
    const { data } = await graphql(api.url, create, { cookie: organiser.cookie, variables: { input: input() } });
    expect(data).toEqual({
      createSession: { title: 'Riego', startsAt: '2025-06-20T16:00:00.000Z', version: 1, room: null, speakers: [] },
    });
  });

  it('refuse a session outside the days of its event, in words that say how to mend it', async () => {
    const wrong = { ...input(), startsAt: '2025-07-01T11:00', endsAt: '2025-07-01T12:00' };
    const { data } = await graphql<{ createSession: object }>(api.url, create, {
      cookie: organiser.cookie,
      variables: { input: wrong },
    });
    expect(data.createSession).toEqual({
      code: 'SESSION_OUTSIDE_EVENT',
      field: 'startsAt',
      message: 'El evento es del 2025-06-20 al 2025-06-21 y la sesión cae el 2025-07-01. Elija una hora de esos días.',
      details: [
        { name: 'startsOn', value: '2025-06-20' },
        { name: 'endsOn', value: '2025-06-21' },
        { name: 'day', value: '2025-07-01' },
      ],
    });
  });

  it('refuse a change on an older version with both versions', async () => {
    const update = `mutation ($id: ID!, $input: SessionChangeInput!) {
      updateSession(id: $id, input: $input) { ... on Session { version } ${refusal} } }`;
    const change = (title: string) =>
      graphql<{ updateSession: { version?: number; code?: string; details?: object[] } }>(api.url, update, {
        cookie: organiser.cookie,
        variables: { id: session.id, input: { version: 1, title } },
      });
    expect((await change('Primera')).data.updateSession).toEqual({ version: 2 });
    const { data } = await change('Segunda');
    expect(data.updateSession).toMatchObject({ code: 'SESSION_CHANGED_MEANWHILE', field: 'version' });
    expect(data.updateSession.details).toEqual([
      { name: 'currentVersion', value: '2' },
      { name: 'current', value: '«Primera», 2025-06-20 09:00–10:00, Sala Qosqo' },
      { name: 'yourVersion', value: '1' },
      { name: 'yours', value: '«Segunda», 2025-06-20 09:00–10:00, Sala Qosqo' },
    ]);
  });

  it('repeat nothing that is sent twice under one Idempotency-Key', async () => {
    const request = { cookie: organiser.cookie, variables: { input: input() }, idempotencyKey: 'twice-12345' };
    const [first, second] = [await graphql(api.url, create, request), await graphql(api.url, create, request)];
    expect(second.data).toEqual(first.data);
    const { data } = await graphql<{ sessions: { totalCount: number } }>(
      api.url,
      `
        query ($id: ID!) {
          sessions(eventId: $id) {
            totalCount
          }
        }
      `,
      {
        cookie: organiser.cookie,
        variables: { id: event.id },
      },
    );
    expect(data.sessions.totalCount).toBe(2);
  });

  it('are closed to strangers, and unknown ids are unknown', async () => {
    const stranger = await signedIn(api);
    const publish = `mutation ($id: ID!) { publishAgenda(eventId: $id) { ... on Agenda { number } ${refusal} } }`;
    const codeFor = async (id: string, cookie?: string) =>
      (await graphql(api.url, publish, { cookie, variables: { id } })).errors?.map(({ extensions }) => extensions.code);
    expect(await codeFor(event.id)).toEqual(['UNAUTHENTICATED']);
    expect(await codeFor(event.id, stranger.cookie)).toEqual(['NOT_FOUND']);
    expect(await codeFor(newId(), organiser.cookie)).toEqual(['NOT_FOUND']);
    expect(await codeFor('no-es-un-id', organiser.cookie)).toEqual(['NOT_FOUND']);
  });
});

describe('the published agenda', () => {
  const fields = 'number days { date sessions { title room block { name } speakers { name position } } }';
  const query = `query Agenda($slug: String!) { publishedAgenda(slug: $slug) { ${fields} } }`;

  const ask = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const { status } = response;
    const type = response.headers.get('content-type');
    return { status, type, policy: response.headers.get('content-security-policy'), text: await response.text() };
  };
  const asked = () => ({ query, variables: { slug: event.slug } });

  it('is the same from memory as it was the first time, headers too, in whatever encoding', async () => {
    const first = await ask(asked());
    expect(first).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(await ask(asked())).toEqual(first);
    for (const encoding of ['gzip', 'br', 'identity']) {
      expect(await ask(asked(), { 'accept-encoding': encoding })).toEqual(first);
    }
    // An undeclared variable is never answered from memory: this is what the engine says itself.
    expect(await ask({ ...asked(), variables: { slug: event.slug, other: 1 } })).toEqual(first);
  });

  it('is another one from the moment it is published anew, and gone when its event is withdrawn', async () => {
    await ask(asked());
    await api.get(SessionService).update(theSystem, session.id, { version: 1, title: 'Otro título' });
    expect((await ask(asked())).text).not.toContain('Otro título');
    done(await api.get(AgendaVersionService).publish(theSystem, event.id));
    expect((await ask(asked())).text).toContain('Otro título');
    await api.dataSource.query(`UPDATE event SET state = 'draft' WHERE id = $1`, [event.id]);
    expect((await ask(asked())).text).toBe('{"data":{"publishedAgenda":null}}\n');
  });

  it('forgets whoever is erased, in the memory of the API as on the page', async () => {
    const person = await aPerson(api, 'Huaraccallo Olvidada');
    await aSpeaker(api, session, person);
    done(await api.get(AgendaVersionService).publish(theSystem, event.id));
    const page = async () => (await fetch(`${api.url}/e/${event.slug}`)).text();
    const told = async () => [(await ask(asked())).text, await page()].map((text) => text.includes(person.familyNames));
    expect([await told(), await told()]).toEqual([
      [true, true],
      [true, true],
    ]);
    await api.get(UnitOfWork).run((work) => api.get(AnonymisationService).erase(work, person.id));
    expect(await told()).toEqual([false, false]);
  });

  it('stays apart by variables, operation and selection', async () => {
    await ask(asked());
    expect((await ask({ query, variables: { slug: 'otro' } })).text).toBe('{"data":{"publishedAgenda":null}}\n');
    const two = `${query} query Number($slug: String!) { publishedAgenda(slug: $slug) { number } }`;
    const named = (operationName: string) => ask({ query: two, operationName, variables: { slug: event.slug } });
    const number = '{"data":{"publishedAgenda":{"number":1}}}\n';
    await named('Agenda');
    expect((await named('Number')).text).toBe(number);
    expect((await named('Number')).text).toBe(number);
    expect((await named('Agenda')).text).toBe((await ask(asked())).text);
  });

  it('never takes along what stands beside it in the same operation', async () => {
    const mixed = `{ publishedAgenda(slug: "${event.slug}") { number } event(id: "${event.id}") { city } }`;
    expect((await ask({ query: mixed })).text).toContain('"city":"Cusco"');
    await api.get(EventService).update(theSystem, event.id, { city: 'Puno' });
    expect((await ask({ query: mixed })).text).toContain('"city":"Puno"');
    const denied = `{ publishedAgenda(slug: "${event.slug}") { number } draftAgenda(eventId: "${event.id}") { state } }`;
    for (const _ of [1, 2]) expect((await ask({ query: denied })).text).toContain('UNAUTHENTICATED');
  });

  it('opens no way past a wrong link, a malformed body or a foreign page', async () => {
    await ask(asked());
    expect((await ask(asked(), { 'x-tinkuy-link': 'falso' })).status).toBe(401);
    const url = `${api.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ slug: event.slug }) })}`;
    expect((await fetch(url, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(405);
    expect((await ask(asked(), { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
  });

  it('is public in every field that it reaches, which is what allows it to be kept', () => {
    const { schema } = api.get(GraphQLSchemaHost);
    const reached = accessTable(schema).filter(({ field }) => /^(Agenda\w*|ThematicBlock)\./.test(field));
    const public_ = reached.filter(({ field }) => !/OrRefusal/.test(field));
    expect(public_.length).toBeGreaterThan(20);
    expect(public_.filter(({ rule }) => rule !== 'public')).toEqual([]);
  });
});
