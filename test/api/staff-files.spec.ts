import { OrganizationRepository, RoleService } from '#identity';
import { newId } from '#kernel';
import { theSystem } from '#platform';
import type { Event } from '#events';
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
import { anEvent, done } from '../factories/agendas.js';

let api: TestApi;
let event: Event;
let organization: string;
let administrator: SignedInStaff;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.set(testStart);
  event = await anEvent(api);
  const found = await api.get(OrganizationRepository).byIds([event.organizationId]);
  organization = found.get(event.organizationId)?.name ?? '';
  administrator = await signedIn(api, { isAdministrator: true });
  organiser = await signedIn(api, { roles: { [event.id]: 'organiser' } });
});
afterAll(() => api.close());

interface Shown {
  readonly id: string;
  readonly knownCount: number;
  readonly rows: { edges: { node: { number: number; faults: { column: string; mend: string }[] } }[] };
}

const headings = 'Correo;Nombre;Rol;Dónde;Idioma';
const fresh = (): string => `${newId()}@organiza.example`;
const upload = (lines: readonly string[], { cookie }: SignedInStaff) =>
  uploadFile(api.url, 'staff?name=personal.csv', [headings, ...lines].join('\r\n'), { cookie });

async function read(lines: readonly string[], staff: SignedInStaff): Promise<Shown> {
  const { status, body } = await upload(lines, staff);
  expect(status).toBe(201);
  const query = `query ($id: ID!) { import(id: $id) { id knownCount rows { edges { node { number faults { column mend } } } } } }`;
  const { cookie } = staff;
  return (await graphql<{ import: Shown }>(api.url, query, { cookie, variables: { id: body.id } })).data.import;
}

const faultsOf = ({ rows }: Shown) =>
  rows.edges.flatMap(({ node }) => node.faults.map(({ column }) => [node.number, column]));

async function apply(id: string, { cookie }: SignedInStaff) {
  const mutation = `mutation ($id: ID!) { answer: applyImport(id: $id) {
    ... on Import { state createdCount } ... on Refusal { code } } }`;
  const { data, errors } = await graphql<{ answer: object } | null>(api.url, mutation, { cookie, variables: { id } });
  return errors ? errors[0].extensions.code : data?.answer;
}

const accountsOf = (...emails: string[]): Promise<object[]> =>
  api.dataSource.query(
    `SELECT email, name, is_administrator, password_hash, purpose, account_link.language
     FROM account LEFT JOIN account_link ON account_id = account.id WHERE email = ANY ($1) ORDER BY name`,
    [emails],
  );

async function rolesOf(email: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ role: string }[]>(
    `SELECT 'event ' || role AS role FROM event_staff JOIN account ON account.id = account_id WHERE email = $1
     UNION ALL SELECT 'organization ' || role FROM organization_staff JOIN account ON account.id = account_id WHERE email = $1
     ORDER BY 1`,
    [email],
  );
  return rows.map(({ role }) => role);
}

const actionsOn = async (email: string): Promise<string[]> => {
  const rows = await api.dataSource.query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE subject_id = (SELECT id FROM account WHERE email = $1) ORDER BY action`,
    [email],
  );
  return rows.map(({ action }) => action);
};

describe('a file of staff', () => {
  it('invites who is new in their language and gives each their roles, once it is applied', async () => {
    const [rosa, john] = [fresh(), fresh()];
    const lines = [
      `${rosa};Rosa Quispe;Recepción;${event.slug};`,
      `${rosa};Rosa Quispe;Read only;${organization.toUpperCase()};`,
      `${john};John Smith;organiser;${event.slug};inglés`,
    ];
    const file = await read(lines, administrator);
    expect([faultsOf(file), await accountsOf(rosa, john)]).toEqual([[], []]);
    expect(await apply(file.id, administrator)).toEqual({ state: 'applied', createdCount: 3 });
    const invited = { is_administrator: false, password_hash: null, purpose: 'invitation' };
    expect(await accountsOf(rosa, john)).toEqual([
      { email: john, name: 'John Smith', ...invited, language: 'en' },
      { email: rosa, name: 'Rosa Quispe', ...invited, language: 'es' },
    ]);
    expect([await rolesOf(rosa), await rolesOf(john)]).toEqual([
      ['event reception', 'organization reader'],
      ['event organiser'],
    ]);
    expect(await actionsOn(rosa)).toEqual(['createStaffAccount', 'grantRole', 'grantRole']);
    expect((await read(lines, administrator)).knownCount).toBe(3);
  });

  it('is judged by the rules of the screen, row by row, and leaves nothing when a row is wrong', async () => {
    const [known, stranger] = [await signedIn(api), fresh()];
    const reader = await signedIn(api, { roles: { [event.id]: 'reader' } });
    const elsewhere = await anEvent(api);
    const lines = [
      `${known.email};Rosa;Recepción;${event.slug};`,
      `${stranger};Nadie;Recepción;${event.slug};`,
      `${known.email};Rosa;A cargo;${event.slug};`,
      `${known.email};Rosa;Jefa;${event.slug};`,
      `sin arroba;Rosa;Recepción;${event.slug};`,
      `${known.email};Rosa;Recepción;${elsewhere.slug};`,
      `${known.email};Rosa;Recepción;${organization};`,
      `${reader.email};Luz;Recepción;${event.slug};`,
      `${organiser.email};Yo;Recepción;${event.slug};`,
    ];
    const file = await read(lines, organiser);
    expect(faultsOf(file)).toEqual([
      [3, 'email'],
      [4, 'role'],
      [5, 'role'],
      [6, 'email'],
      [7, 'place'],
      [8, 'place'],
      [9, 'role'],
      [10, 'role'],
    ]);
    expect(await apply(file.id, organiser)).toEqual({ code: 'IMPORT_HAS_FAULTS' });
    expect([await rolesOf(known.email), await rolesOf(reader.email)]).toEqual([[], ['event reader']]);
  });

  it('gives nobody more than whoever brings it has, though the account is there', async () => {
    const known = await signedIn(api);
    const place = { organizationId: event.organizationId };
    done(await api.get(RoleService).give(theSystem, place, organiser.email, 'organiser'));
    const lines = ['A cargo', 'Organización'].map((role) => `${known.email};Rosa;${role};${organization};`);
    expect(faultsOf(await read(lines, organiser))).toEqual([[2, 'role']]);
  });

  it('is taken from those who give roles alone, within five minutes of a proof of who they are', async () => {
    const line = `${administrator.email};Rosa;Recepción;${event.slug};`;
    const reader = await signedIn(api, { roles: { [event.id]: 'reader' } });
    expect((await upload([line], reader)).status).toBe(403);
    const file = await read([line], organiser);
    api.clock.advance(6 * 60_000);
    const late = await upload([line], organiser);
    expect([late.status, late.body]).toEqual([403, { code: 'STEP_UP_NEEDED' }]);
    expect(await apply(file.id, organiser)).toBe('STEP_UP_NEEDED');
    expect(await rolesOf(administrator.email)).toEqual([]);
  });
});

describe('the list of staff as a file', () => {
  const exported = (query: string, { cookie }: SignedInStaff) =>
    download(api.url, `/exports/staff.csv?${query}`, cookie);

  it('holds the roles where one may take personal data away, under the headings of the import', async () => {
    const elsewhere = await anEvent(api);
    done(await api.get(RoleService).give(theSystem, { eventId: elsewhere.id }, administrator.email, 'reader'));
    const { text } = await exported('', organiser);
    const [first, ...rows] = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(first).toBe('Correo,Nombre,Rol,Dónde,Nombre del evento,Cuenta');
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      [organiser.email, 'Personal de prueba', 'Organización', event.slug],
    ]);
    const all = (await exported(`eventId=${elsewhere.id}`, administrator)).text;
    expect(all.includes(administrator.email)).toBe(true);
    expect(all.includes(organiser.email)).toBe(false);
  });

  it('is refused to readers, and to whom has not proved lately who they are', async () => {
    const reader = await signedIn(api, { roles: { [event.id]: 'reader' } });
    expect((await exported('', reader)).status).toBe(403);
    api.clock.advance(6 * 60_000);
    const late = await exported('', organiser);
    expect([late.status, late.text]).toEqual([403, '{"code":"STEP_UP_NEEDED"}']);
  });
});
