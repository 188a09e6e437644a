import { newId } from '#kernel';
import { graphql, signedIn, testApi, type TestApi } from '#support';
import { anEvent, anInstitution, aPublicEvent } from '../factories/agendas.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const refusal = '... on Refusal { code field message }';

describe('an administrator', () => {
  it('sets up an event from series to publication, and is its organiser', async () => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const call = async <T>(query: string, variables: object) => {
      const { data, errors } = await graphql<Record<string, T>>(api.url, query, {
        cookie,
        variables: { ...variables },
      });
      if (errors) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0];
    };
    const series = await call<{ id: string }>(
      `mutation ($input: EventSeriesInput!) { createEventSeries(input: $input) { ... on EventSeries { id } ${refusal} } }`,
      { input: { name: 'Reunión Ministerial de Pymes', editionStyle: 'ordinal_feminine' } },
    );
    const place = { zone: 'Asia/Seoul', country: 'KR', city: 'Jeju', startsOn: '2025-09-01', endsOn: '2025-09-05' };
    const event = await call<{ id: string; shownName: string; days: string[] }>(
      `mutation ($input: EventInput!) { createEvent(input: $input) { ... on Event { id slug shownName state days series { name } } ${refusal} } }`,
      { input: { seriesId: series.id, editionNumber: 31, ...place } },
    );
    expect(event).toEqual({
      id: event.id,
      slug: '31-reunion-ministerial-de-pymes-2025',
      shownName: '31.ª Reunión Ministerial de Pymes',
      state: 'draft',
      days: ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05'],
      series: { name: 'Reunión Ministerial de Pymes' },
    });
    const { id: institutionId } = await anInstitution(api);
    await call(
      `mutation ($input: EventOrganizerInput!) { addEventOrganizer(input: $input) { ... on EventOrganizers { organizers { order } } ${refusal} } }`,
      { input: { eventId: event.id, institutionId, role: 'organiser' } },
    );
    const published = await call(
      `mutation ($id: ID!) { publishEvent(id: $id) { ... on Event { state } ${refusal} } }`,
      {
        id: event.id,
      },
    );
    expect(published).toEqual({ state: 'published' });
    const roles = await api.dataSource.query('SELECT role FROM event_staff WHERE event_id = $1', [event.id]);
    expect(roles).toEqual([{ role: 'organiser' }]);
  });

  it('is told which date to correct when an event ends before it starts', async () => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const { seriesId } = await anEvent(api);
    const input = {
      seriesId,
      editionNumber: 9,
      zone: 'America/Lima',
      startsOn: '2026-06-21',
      endsOn: '2026-06-20',
      country: 'PE',
      city: 'Cusco',
    };
    const query = `mutation ($input: EventInput!) { createEvent(input: $input) { ... on Event { id } ${refusal} } }`;
    const { data } = await graphql(api.url, query, { cookie, variables: { input } });
    expect(data).toEqual({
      createEvent: {
        code: 'EVENT_ENDS_BEFORE_START',
        field: 'endsOn',
        message: 'El evento termina el 2026-06-20, antes de empezar el 2026-06-21. Corrija una de las dos fechas.',
      },
    });
  });
});

describe('events', () => {
  const one =
    'query ($id: ID, $slug: String) { event(id: $id, slug: $slug) { id organizers { order } venues { rooms { name } } } }';
  const seen = async (variables: Record<string, unknown>, cookie?: string) =>
    (await graphql<{ event: { id: string } | null }>(api.url, one, { variables, cookie })).data.event?.id ?? null;

  it('are found by id or slug once they are public', async () => {
    const event = await aPublicEvent(api);
    expect([await seen({ id: event.id }), await seen({ slug: event.slug })]).toEqual([event.id, event.id]);
    expect([await seen({ id: newId() }), await seen({ id: 'x' }), await seen({ slug: 'x' }), await seen({})]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('that are drafts are seen by their own staff alone', async () => {
    const [draft, other] = [await anEvent(api), await anEvent(api)];
    const reader = await signedIn(api, { roles: { [draft.id]: 'reader' } });
    expect([await seen({ id: draft.id }), await seen({ id: draft.id }, reader.cookie)]).toEqual([null, draft.id]);
    expect(await seen({ id: other.id }, reader.cookie)).toBeNull();
    const list = 'query { events(first: 200) { edges { node { id } } totalCount } }';
    const listed = async (cookie?: string) => {
      const { data } = await graphql<{ events: { edges: { node: { id: string } }[] } }>(api.url, list, { cookie });
      return data.events.edges.map(({ node }) => node.id).filter((id) => id === draft.id || id === other.id);
    };
    expect([await listed(), await listed(reader.cookie)]).toEqual([[], [draft.id]]);
  });
});
