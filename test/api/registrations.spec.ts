import { LinkService } from '#identity';
import { newId } from '#kernel';
import type { Delegation } from '#registrations';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { aDelegation, anEvent, anInstitution, people } from '../factories/delegations.js';

const refusal = '... on Refusal { code field message details { name value } }';

describe('delegations and registrations through the API', () => {
  let api: TestApi;
  let eventId: string;
  let organiser: SignedInStaff;
  let reader: SignedInStaff;
  let stranger: SignedInStaff;

  beforeAll(async () => {
    api = await testApi();
    eventId = (await anEvent(api)).id;
    organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    reader = await signedIn(api, { roles: { [eventId]: 'reader' } });
    stranger = await signedIn(api, { roles: { [(await anEvent(api)).id]: 'organiser' } });
  });
  afterAll(() => api.close());

  const codes = (answer: { errors?: { extensions: { code: string } }[] }) =>
    answer.errors?.map(({ extensions }) => extensions.code);
  const linkOf = ({ linkId }: Delegation): string =>
    api
      .get(LinkService)
      .urlOf(linkId ?? '', 'delegation')
      .split('/')
      .at(-1) ?? '';

  const create = `mutation ($input: DelegationInput!) {
    createDelegation(input: $input) { ... on Delegation { id quota free state institution { name } } ${refusal} }
  }`;

  it('grants an institution one delegation, and refuses a second kindly', async () => {
    const institution = await anInstitution(api);
    const variables = { input: { eventId, institutionId: institution.id, quota: 4 } };
    type Answer = { createDelegation: Record<string, unknown> };
    const first = await graphql<Answer>(api.url, create, { cookie: organiser.cookie, variables });
    expect(first.data.createDelegation).toMatchObject({
      quota: 4,
      free: 4,
      state: 'invited',
      institution: { name: institution.name },
    });
    const second = await graphql<Answer>(api.url, create, { cookie: organiser.cookie, variables });
    expect(second.data.createDelegation).toMatchObject({ code: 'DELEGATION_EXISTS', field: 'institutionId' });
  });

  it('is for organisers: readers are forbidden, strangers find nothing, nobody comes without a session', async () => {
    const variables = { input: { eventId, institutionId: (await anInstitution(api)).id, quota: 4 } };
    const asked = [reader.cookie, stranger.cookie, undefined].map((cookie) =>
      graphql(api.url, create, { cookie, variables }),
    );
    expect((await Promise.all(asked)).map(codes)).toEqual([['FORBIDDEN'], ['NOT_FOUND'], ['UNAUTHENTICATED']]);
    const list = 'query ($eventId: ID!) { delegations(eventId: $eventId) { totalCount } }';
    const lists = [reader.cookie, stranger.cookie].map((cookie) =>
      graphql<{ delegations: { totalCount: number } } | null>(api.url, list, { cookie, variables: { eventId } }),
    );
    const [own, foreign] = await Promise.all(lists);
    expect([own.data?.delegations.totalCount !== undefined, codes(foreign)]).toEqual([true, ['NOT_FOUND']]);
  });

  it('pages delegations by the name of their institution and finds them whatever the accents', async () => {
    const event = await anEvent(api);
    const staff = await signedIn(api, { roles: { [event.id]: 'reader' } });
    for (const name of ['Ñaupas del Sur', 'Áncash Alto', 'Cusco Norte']) {
      const institution = await anInstitution(api, name);
      await api.dataSource.query(
        `INSERT INTO delegation (id, event_id, institution_id, quota, state, created_at) VALUES ($1, $2, $3, 3, 'invited', $4)`,
        [newId(), event.id, institution.id, api.clock.now()],
      );
    }
    const query = `query ($eventId: ID!, $search: String, $first: Int!, $after: String) {
      delegations(eventId: $eventId, search: $search, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { institution { name } } }
      }
    }`;
    type Answer = {
      delegations: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { institution: { name: string } } }[];
      };
    };
    const ask = async (variables: Record<string, unknown>) => {
      const { data } = await graphql<Answer>(api.url, query, {
        cookie: staff.cookie,
        variables: { eventId: event.id, first: 2, ...variables },
      });
      const { totalCount, pageInfo, edges } = data.delegations;
      return { totalCount, pageInfo, names: edges.map(({ node }) => node.institution.name) };
    };
    const first = await ask({});
    const second = await ask({ after: first.pageInfo.endCursor });
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    expect([...first.names, ...second.names].sort()).toEqual(['Cusco Norte', 'Áncash Alto', 'Ñaupas del Sur'].sort());
    expect((await ask({ search: 'naupas' })).names).toEqual(['Ñaupas del Sur']);
    expect((await ask({ search: '%' })).names).toEqual([]);
  });

  const register = `mutation ($input: RegisterPeopleInput!) {
    registerPeople(input: $input) {
      registrations { id state positionTitle person { fullName email } } refusals { code field message details { name value } }
    }
  }`;
  type Registered = {
    registerPeople: {
      registrations: { id: string; state: string; person: { fullName: string } }[];
      refusals: { code: string; field: string; message: string; details: { name: string; value: string }[] }[];
    };
  };

  it('lets a party register by its own link, refuses more than the quota, and hides the delegation from other links', async () => {
    const delegation = await aDelegation(api, { eventId, quota: 2 });
    const other = await aDelegation(api, { eventId });
    const link = linkOf(delegation);
    const input = { delegationId: delegation.id, people: people(2) };
    const idempotencyKey = newId();
    const answers = [];
    for (let turn = 0; turn < 2; turn += 1) {
      answers.push(await graphql<Registered>(api.url, register, { link, idempotencyKey, variables: { input } }));
    }
    const [first, again] = answers.map(({ data }) => data.registerPeople);
    expect(first.registrations.map(({ person }) => person.fullName)).toEqual([
      'Rosa Quispe Mamani',
      'Julián Huamán Ccopa',
    ]);
    expect(again).toEqual(first);
    const third = { delegationId: delegation.id, people: [people(3)[2]] };
    const full = await graphql<Registered>(api.url, register, { link, variables: { input: third } });
    const [no] = full.data.registerPeople.refusals;
    expect([no.code, no.details]).toEqual([
      'QUOTA_FULL',
      [
        { name: 'capacity', value: '2' },
        { name: 'taken', value: '2' },
        { name: 'asked', value: '1' },
      ],
    ]);
    const foreign = await graphql(api.url, register, { link: linkOf(other), variables: { input: third } });
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    const see = 'query ($id: ID!) { delegation(id: $id) { taken registrations { person { email } } } }';
    const seen = [link, linkOf(other)].map((one) =>
      graphql<{ delegation: { taken: number } } | null>(api.url, see, { link: one, variables: { id: delegation.id } }),
    );
    const [own, hidden] = await Promise.all(seen);
    expect([own.data?.delegation.taken, codes(hidden)]).toEqual([2, ['NOT_FOUND']]);
  });

  it('answers ids that are none, and ids that nobody has, as not found', async () => {
    const withdraw = `mutation ($id: ID!) { withdrawRegistration(id: $id) { ... on Registration { id } ${refusal} } }`;
    for (const id of ['no-uuid', newId()]) {
      const answer = await graphql(api.url, withdraw, { cookie: organiser.cookie, variables: { id } });
      expect(codes(answer)).toEqual(['NOT_FOUND']);
    }
  });

  it('reviews where the organisers want to: confirms one, rejects one, and frees the seat', async () => {
    const delegation = await aDelegation(api, { eventId, quota: 2, needsReview: true });
    const link = linkOf(delegation);
    const input = { delegationId: delegation.id, people: people(2) };
    const entered = await graphql<Registered>(api.url, register, { link, variables: { input } });
    const [one, other] = entered.data.registerPeople.registrations;
    const submit = `mutation ($id: ID!) { submitDelegation(id: $id) { ... on Delegation { state taken registrations { state } } ${refusal} } }`;
    type Sent = { submitDelegation: { state: string; registrations: { state: string }[] } };
    const sent = await graphql<Sent>(api.url, submit, { link, variables: { id: delegation.id } });
    expect(sent.data.submitDelegation.registrations.map(({ state }) => state)).toEqual([
      'under_review',
      'under_review',
    ]);
    const judge = `mutation ($one: ID!, $other: ID!) {
      confirmRegistration(id: $one) { ... on Registration { state } ${refusal} }
      rejectRegistration(id: $other) { ... on Registration { state } ${refusal} }
    }`;
    const variables = { one: one.id, other: other.id };
    expect(codes(await graphql(api.url, judge, { link, variables }))).toEqual(['FORBIDDEN']);
    const judged = await graphql<Record<string, { state: string }>>(api.url, judge, {
      cookie: organiser.cookie,
      variables,
    });
    expect(judged.data).toEqual({
      confirmRegistration: { state: 'confirmed' },
      rejectRegistration: { state: 'rejected' },
    });
    const accredit = `mutation ($id: ID!) { accreditDelegation(id: $id) { ... on Delegation { state taken } ${refusal} } }`;
    const accredited = await graphql<Record<string, unknown>>(api.url, accredit, {
      cookie: organiser.cookie,
      variables: { id: delegation.id },
    });
    expect(accredited.data).toEqual({ accreditDelegation: { state: 'accredited', taken: 1 } });
  });
});
