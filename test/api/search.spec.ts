import { newId } from '#kernel';
import { graphql, signedIn, testApi, type TestApi } from '#support';
import { anEvent, anInstitution, aPerson, aSession } from '../factories/agendas.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly eventSlug: string | null;
}

async function search(cookie: string | undefined, text: string, eventId?: string): Promise<Found[] | string> {
  const query = 'query ($text: String!, $eventId: ID) { search(text: $text, eventId: $eventId) { kind id eventSlug } }';
  const { data, errors } = await graphql<{ search: Found[] }>(api.url, query, { cookie, variables: { text, eventId } });
  return errors ? errors[0].extensions.code : data.search;
}

/** A word that nothing else in the database has, with an accent in it. */
const rareWord = (): string =>
  `Ñandú${newId()
    .replace(/[^a-z]/g, '')
    .slice(0, 6)}`;

it('finds every kind by a word, whatever its accents and case', async () => {
  const word = rareWord();
  const event = await anEvent(api);
  const session = await aSession(api, event, { title: `Taller de ${word}` });
  const person = await aPerson(api, word);
  const institution = await anInstitution(api, `Mancomunidad ${word}`);
  const { cookie } = await signedIn(api, { roles: { [event.id]: 'reader' } });
  expect(await search(cookie, word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(), event.id)).toEqual([
    { kind: 'session', id: session.id, eventSlug: event.slug },
    { kind: 'person', id: person.id, eventSlug: null },
    { kind: 'institution', id: institution.id, eventSlug: null },
  ]);
});

it('answers nothing of drafts at which the viewer has no role', async () => {
  const word = rareWord();
  const [own, foreign] = [await anEvent(api), await anEvent(api)];
  const mine = await aSession(api, own, { title: word });
  await aSession(api, foreign, { title: word });
  const { cookie } = await signedIn(api, { roles: { [own.id]: 'reader' } });
  expect(await search(cookie, word)).toEqual([{ kind: 'session', id: mine.id, eventSlug: own.slug }]);
});

it('puts what belongs to the event at hand first', async () => {
  const word = rareWord();
  const [first, second] = [await anEvent(api), await anEvent(api)];
  const { id: of1 } = await aSession(api, first, { title: word });
  const { id: of2 } = await aSession(api, second, { title: word });
  const { cookie } = await signedIn(api, { isAdministrator: true });
  const ids = async (eventId: string) => ((await search(cookie, word, eventId)) as Found[]).map(({ id }) => id);
  expect([await ids(first.id), await ids(second.id)]).toEqual([
    [of1, of2],
    [of2, of1],
  ]);
});

it('takes no character for a wildcard, and no single letter for a question', async () => {
  const { cookie } = await signedIn(api, { isAdministrator: true });
  await anInstitution(api);
  expect([await search(cookie, '%%'), await search(cookie, '__'), await search(cookie, 'a')]).toEqual([[], [], []]);
});

it('is for staff alone', async () => {
  expect(await search(undefined, 'encuentro')).toBe('UNAUTHENTICATED');
});

it('answers no person of another organisation', async () => {
  const word = rareWord();
  const event = await anEvent(api);
  await aPerson(api, word);
  const other = newId();
  await api.dataSource.query('INSERT INTO organization VALUES ($1, $2, false, now())', [other, `Otra ${word}`]);
  await api.dataSource.query('UPDATE person SET organization_id = $1 WHERE family_names = $2', [other, word]);
  const { cookie } = await signedIn(api, { roles: { [event.id]: 'organiser' } });
  const administrator = await signedIn(api, { isAdministrator: true });
  expect([await search(cookie, word), (await search(administrator.cookie, word)).length]).toEqual([[], 1]);
});
