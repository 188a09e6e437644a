import type { Event } from '#events';
import type { Institution } from '#institutions';
import {
  download,
  graphql,
  signedIn,
  testApi,
  testStart,
  uploadFile,
  type SignedInStaff,
  type TestApi,
} from '#support';
import { anEvent, anInstitution } from '../factories/delegations.js';

let api: TestApi;
let event: Event;
let institution: Institution;
let other: Institution;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.set(testStart);
  event = await anEvent(api);
  [institution, other] = [await anInstitution(api), await anInstitution(api)];
  organiser = await signedIn(api, { roles: { [event.id]: 'organiser' } });
});
afterAll(() => api.close());

interface Shown {
  readonly id: string;
  readonly knownCount: number;
  readonly rows: { edges: { node: { number: number; faults: { column: string; mend: string }[] } }[] };
}

const headings = 'Institución;Cupo;Nombres;Apellidos;Correo';

async function read(...lines: string[]): Promise<Shown> {
  const { cookie } = organiser;
  const address = `delegations?name=lista.csv&event=${event.id}`;
  const answer = await uploadFile(api.url, address, [headings, ...lines].join('\r\n'), { cookie });
  expect(answer.status).toBe(201);
  const query = `query ($id: ID!) { import(id: $id) { id knownCount rows { edges { node { number faults { column mend } } } } } }`;
  return (await graphql<{ import: Shown }>(api.url, query, { cookie, variables: answer.body })).data.import;
}

async function does(verb: 'applyImport' | 'undoImport', { id }: Shown): Promise<object> {
  const mutation = `mutation ($id: ID!) { answer: ${verb}(id: $id) {
    ... on Import { state createdCount } ... on Refusal { code } } }`;
  const { cookie } = organiser;
  return (await graphql<{ answer: object }>(api.url, mutation, { cookie, variables: { id } })).data.answer;
}

const faultsOf = ({ rows }: Shown) =>
  rows.edges.flatMap(({ node }) => node.faults.map(({ column, mend }) => [node.number, column, mend]));

/** What stands at the event: each delegation with its quota, and who is invited to be its focal point. */
const standing = (): Promise<object[]> =>
  api.dataSource.query(
    `SELECT institution.name, quota, person.email FROM delegation JOIN institution ON institution.id = institution_id
     LEFT JOIN invitation ON invitation.subject_id = delegation.id LEFT JOIN person ON person.id = invitation.person_id
     WHERE delegation.event_id = $1 ORDER BY quota`,
    [event.id],
  );

describe('a file of institutions to invite', () => {
  it('grants the seats and invites the focal points, all of them once it is applied', async () => {
    const lines = [`${institution.name};3;Rosa;Quispe;rosa@muni.example`, `${other.name.toUpperCase()};2;;;`];
    const file = await read(...lines);
    expect([faultsOf(file), await standing()]).toEqual([[], []]);
    expect(await does('applyImport', file)).toEqual({ state: 'applied', createdCount: 2 });
    expect(await standing()).toEqual([
      { name: other.name, quota: 2, email: null },
      { name: institution.name, quota: 3, email: 'rosa@muni.example' },
    ]);
    expect((await read(...lines)).knownCount).toBe(2);
  });

  it('names the row, the column and the mend of what cannot be, and then nobody is invited', async () => {
    await does('applyImport', await read(`${other.name};2;Rosa;Quispe;rosa@muni.example`));
    const file = await read(
      'Nadie la conoce;3;;;',
      `${institution.name};0;;;`,
      `${institution.name};3;Rosa;;rosa@muni.example`,
      `${institution.name};3;Rosa;Quispe;sin arroba`,
      `${other.name};2;Julián;Huamán;julian@muni.example`,
      `${other.name};5;;;`,
    );
    expect(faultsOf(file).map(([row, column]) => [row, column])).toEqual([
      [2, 'institution'],
      [3, 'quota'],
      [4, 'familyNames'],
      [5, 'email'],
      [6, 'email'],
      [7, 'quota'],
    ]);
    expect(faultsOf(file)[4][2]).toContain('Retírela primero en «Invitaciones»');
    expect(await does('applyImport', file)).toEqual({ code: 'IMPORT_HAS_FAULTS' });
    expect(await standing()).toHaveLength(1);
  });

  it('invites whoever is known under their name and address as the person they are', async () => {
    await does('applyImport', await read(`${institution.name};3;Rosa;Quispe;rosa@muni.example`));
    await does('applyImport', await read(`${other.name};3;ROSA;QUISPE;Rosa@muni.example`));
    const persons = await api.dataSource.query<object[]>(
      'SELECT FROM person WHERE email = $1 AND organization_id = $2',
      ['rosa@muni.example', event.organizationId],
    );
    expect(persons).toHaveLength(1);
  });

  it('says before it is applied what no undoing takes back, and is not undone', async () => {
    const { cookie } = organiser;
    const { data } = await graphql<{ importKind: { caution: string } }>(
      api.url,
      '{ importKind(kind: "delegations") { caution } }',
      { cookie },
    );
    expect(data.importKind.caution).toContain('sale un correo de invitación a cada punto focal, y eso no se deshace');
    const file = await read(`${institution.name};3;Rosa;Quispe;rosa@muni.example`);
    await does('applyImport', file);
    expect(await does('undoImport', file)).toEqual({ code: 'IMPORT_IN_USE' });
  });

  it('is for whoever may invite, with a recent proof of who they are', async () => {
    const reader = await signedIn(api, { roles: { [event.id]: 'reader' } });
    const send = ({ cookie }: SignedInStaff) =>
      uploadFile(api.url, `delegations?name=lista.csv&event=${event.id}`, headings, { cookie });
    api.clock.advance(6 * 60_000);
    const answers = [await send(reader), await send(organiser)];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(answers[1].body).toMatchObject({ code: 'STEP_UP_NEEDED' });
  });
});

describe('the lists of an event as files', () => {
  it('hold the delegations, the invitations and the mails that the lists show', async () => {
    await does('applyImport', await read(`${institution.name};3;Rosa;Quispe;rosa@muni.example`, `${other.name};2;;;`));
    const take = async (kind: string, filter = '') => {
      const { text } = await download(api.url, `/exports/${kind}.csv?eventId=${event.id}${filter}`, organiser.cookie);
      return text.replace('\uFEFF', '').trim().split('\r\n').slice(1);
    };
    expect(await take('delegations', `&search=${encodeURIComponent(other.name)}`)).toEqual([
      `${other.name},2,0,,,,,Invitada`,
    ]);
    const [invitation, ...more] = await take('invitations', '&kind=focal_point');
    expect([invitation.startsWith('Rosa,Quispe,rosa@muni.example,Punto focal,,'), more]).toEqual([true, []]);
    expect(await take('invitations', '&kind=speaker')).toEqual([]);
    expect(await take('messages', '&state=bounced')).toEqual([]);
  });
});
