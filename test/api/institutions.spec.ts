import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';

let api: TestApi;
let admin: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  admin = await signedIn(api, { isAdministrator: true });
});
afterAll(() => api.close());

const create = `mutation ($input: InstitutionInput!) {
  createInstitution(input: $input) { ... on Institution { id } ... on Refusal { code field message } }
}`;

interface Created {
  readonly createInstitution: { id: string; code?: string; field?: string };
}

async function institution(input: Record<string, unknown>): Promise<Created['createInstitution']> {
  const variables = { input: { country: 'PE', kind: 'municipality', ...input } };
  return (await graphql<Created>(api.url, create, { cookie: admin.cookie, variables })).data.createInstitution;
}

async function relate(kind: string, institutionId: string, ofId: string): Promise<void> {
  const mutation = `mutation ($input: InstitutionRelationInput!) {
    relateInstitutions(input: $input) { ... on InstitutionRelation { institution { id } of { id } } }
  }`;
  const variables = { input: { kind, institutionId, ofId } };
  const { data } = await graphql(api.url, mutation, { cookie: admin.cookie, variables });
  expect(data).toEqual({ relateInstitutions: { institution: { id: institutionId }, of: { id: ofId } } });
}

describe('institutions', () => {
  it('show their territory and relations to everybody', async () => {
    const territory = { system: 'INEI', code: '080101' };
    const produce = await institution({ name: 'Ministerio de la Producción', kind: 'ministry' });
    const itp = await institution({ name: 'Instituto Tecnológico de la Producción', shortName: 'ITP', kind: 'agency' });
    const cite = await institution({ name: 'CITEtextil Camélidos Cusco', kind: 'cite', territory });
    await relate('attached_to', itp.id, produce.id);
    await relate('network_of', cite.id, itp.id);
    const query = `{ institutions(search: "itp", first: 5) { totalCount edges { node {
      shortName kind
      attachedTo { name attached { name } }
      network { name kind networkOf { shortName } territory { system code level name parentCode counterpartCode } }
    } } } }`;
    const { data } = await graphql(api.url, query);
    const node = {
      shortName: 'ITP',
      kind: 'agency',
      attachedTo: [
        { name: 'Ministerio de la Producción', attached: [{ name: 'Instituto Tecnológico de la Producción' }] },
      ],
      network: [
        {
          name: 'CITEtextil Camélidos Cusco',
          kind: 'cite',
          networkOf: [{ shortName: 'ITP' }],
          territory: { ...territory, level: 'district', name: 'Cusco', parentCode: '0801', counterpartCode: '070101' },
        },
      ],
    };
    expect(data).toEqual({ institutions: { totalCount: 1, edges: [{ node }] } });
  });

  it('are not made by anybody who organises nothing', async () => {
    const { cookie } = await signedIn(api);
    const variables = { input: { name: 'Ninguna', kind: 'ngo', country: 'PE' } };
    const codes = [
      await graphql(api.url, create, { variables }),
      await graphql(api.url, create, { cookie, variables }),
    ].map(({ errors }) => errors?.[0].extensions.code);
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });

  it('refuse what is wrong, and say in which language is asked how to mend it', async () => {
    const variables = { input: { name: ' ', kind: 'ngo', country: 'PE' } };
    const response = await fetch(`${api.url}/graphql?lang=en`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: admin.cookie },
      body: JSON.stringify({ query: create, variables }),
    });
    expect(await response.json()).toEqual({
      data: {
        createInstitution: {
          code: 'INSTITUTION_NAME_WRONG',
          field: 'name',
          message: "Write the institution's name on one line, with 200 letters at most.",
        },
      },
    });
  });

  it('that are not there are null, whatever the id', async () => {
    const query =
      '{ unknown: institution(id: "00000000-0000-4000-8000-000000000000") { id } wrong: institution(id: "1") { id } }';
    expect((await graphql(api.url, query)).data).toEqual({ unknown: null, wrong: null });
  });

  it('that are not there cannot be changed, whatever the id', async () => {
    const update = `mutation ($id: ID!, $input: InstitutionInput!) { updateInstitution(id: $id, input: $input) { __typename } }`;
    const input = { name: 'Otra', kind: 'ngo', country: 'PE' };
    for (const id of ['00000000-0000-4000-8000-000000000000', '1']) {
      const { errors } = await graphql(api.url, update, { cookie: admin.cookie, variables: { id, input } });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  });
});

describe('territories', () => {
  it('are read level by level', async () => {
    const query = `{
      cusco: territories(system: INEI, parentCode: "0813") { code name level }
      bolivia: territories(system: INE) { name }
      nowhere: territories(system: RENIEC, parentCode: "99") { code }
    }`;
    const { data } = await graphql<{ cusco: { name: string }[]; bolivia: { name: string }[]; nowhere: [] }>(
      api.url,
      query,
    );
    expect(data.cusco[0]).toEqual({ code: '081302', name: 'Chinchero', level: 'district' });
    expect(data.bolivia.map(({ name }) => name)).toEqual([
      'Beni',
      'Chuquisaca',
      'Cochabamba',
      'La Paz',
      'Oruro',
      'Pando',
      'Potosí',
      'Santa Cruz',
      'Tarija',
    ]);
    expect(data.nowhere).toEqual([]);
  });
});
