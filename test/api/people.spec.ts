import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { anEvent, anInstitution } from '../factories/delegations.js';

let api: TestApi;
let organiser: SignedInStaff;
let reader: SignedInStaff;
let bystander: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  const { id } = await anEvent(api);
  organiser = await signedIn(api, { roles: { [id]: 'organiser' } });
  reader = await signedIn(api, { roles: { [id]: 'reader' } });
  bystander = await signedIn(api);
});
afterAll(() => api.close());

const create = `mutation ($input: PersonInput!) {
  createPerson(input: $input) { ... on Person { id fullName email phone language } ... on Refusal { code field } }
}`;
const input = {
  givenNames: 'Rosa',
  familyNames: 'Quispe Mamani',
  email: 'oficina@muni.gob.example',
  phone: '984 000 000',
};

const codes = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.map(({ extensions }) => extensions.code) ?? [];

async function aPerson(change: Partial<typeof input> = {}): Promise<{ id: string }> {
  const variables = { input: { ...input, ...change } };
  const { data } = await graphql<{ createPerson: { id: string } }>(api.url, create, {
    cookie: organiser.cookie,
    variables,
  });
  return data.createPerson;
}

describe('people', () => {
  it('are described by organisers; two may share an e-mail', async () => {
    const [one, other] = [await aPerson(), await aPerson({ givenNames: 'Julián' })];
    const about = { email: 'oficina@muni.gob.example', phone: '984 000 000', language: 'es' };
    expect([one, other]).toEqual([
      { ...about, id: one.id, fullName: 'Rosa Quispe Mamani' },
      { ...about, id: other.id, fullName: 'Julián Quispe Mamani' },
    ]);
  });

  it('are not described by readers, other staff or anybody else', async () => {
    const answers = [];
    for (const cookie of [reader.cookie, bystander.cookie, undefined]) {
      answers.push(await graphql(api.url, create, { cookie, variables: { input } }));
    }
    expect(answers.map(codes)).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['UNAUTHENTICATED']]);
  });

  it('are read by staff of an event alone', async () => {
    const { id } = await aPerson();
    const queries = [
      'query ($id: ID!) { person(id: $id) { email } }',
      '{ persons { edges { node { email phone } } } }',
    ];
    for (const query of queries) {
      const answers = [];
      for (const cookie of [reader.cookie, bystander.cookie, undefined]) {
        answers.push(await graphql(api.url, query, { cookie, variables: { id } }));
      }
      expect(answers.map(codes)).toEqual([[], ['FORBIDDEN'], ['UNAUTHENTICATED']]);
    }
  });

  it.each(['a@b.example,c@d.example', 'a@b.example\r\nBcc: c@d.example', 'a@b.example\nc', 'Rosa <a@b.example>'])(
    'have one plain address each, never %j',
    async (email) => {
      const variables = { input: { ...input, email } };
      const { data } = await graphql(api.url, create, { cookie: organiser.cookie, variables });
      expect(data).toEqual({ createPerson: { code: 'EMAIL_INVALID', field: 'email' } });
    },
  );

  it('are somebody at an institution from when to when', async () => {
    const { id: personId } = await aPerson({ familyNames: 'Con Cargo' });
    const { id: institutionId } = await anInstitution(api, 'Mancomunidad Ausangate');
    const position = `mutation ($input: PositionInput!) {
      createPosition(input: $input) { ... on Position { title } ... on Refusal { code field } }
    }`;
    const made = async (change: object) => {
      const variables = { input: { personId, institutionId, title: 'Alcaldesa', startsOn: '2023-01-01', ...change } };
      return (await graphql(api.url, position, { cookie: organiser.cookie, variables })).data;
    };
    expect(await made({})).toEqual({ createPosition: { title: 'Alcaldesa' } });
    expect(await made({ title: 'Regidora', startsOn: '2019-01-01', endsOn: '2022-12-31' })).toEqual({
      createPosition: { title: 'Regidora' },
    });
    expect(await made({ endsOn: '2022-12-31' })).toEqual({
      createPosition: { code: 'POSITION_ENDS_BEFORE_START', field: 'endsOn' },
    });
    const query = `query ($id: ID!) { person(id: $id) {
      fullName
      positions { title startsOn endsOn institution { name } }
      then: positions(on: "2020-06-20") { title }
    } }`;
    const { data } = await graphql(api.url, query, { cookie: reader.cookie, variables: { id: personId } });
    const institution = { name: 'Mancomunidad Ausangate' };
    expect(data).toEqual({
      person: {
        fullName: 'Rosa Con Cargo',
        positions: [
          { title: 'Alcaldesa', startsOn: '2023-01-01', endsOn: null, institution },
          { title: 'Regidora', startsOn: '2019-01-01', endsOn: '2022-12-31', institution },
        ],
        then: [{ title: 'Regidora' }],
      },
    });
  });
});
