import { download, graphql, signedIn, testApi, uploadFile, type SignedInStaff, type TestApi } from '#support';
import { anEvent, anInstitution } from '../factories/delegations.js';

let api: TestApi;
let organiser: SignedInStaff;

const headings =
  'Nombres;Apellidos;Correo;Teléfono;Tipo de documento;Número de documento;Institución;Cargo;Desde;Hasta';

beforeAll(async () => {
  api = await testApi();
  const { id } = await anEvent(api);
  organiser = await signedIn(api, { roles: { [id]: 'organiser' } });
  await anInstitution(api, 'Mancomunidad Municipal Ausangate');
});
afterAll(() => api.close());

interface Shown {
  readonly id: string;
  readonly rowCount: number;
  readonly faultyCount: number;
  readonly knownCount: number;
  readonly rows: {
    edges: { node: { number: number; isKnown: boolean; faults: { column: string; wrong: string; mend: string }[] } }[];
  };
}

async function uploaded(...lines: string[]): Promise<Shown> {
  const { cookie } = organiser;
  const answer = await uploadFile(api.url, 'persons?name=personas.csv', [headings, ...lines].join('\n'), { cookie });
  expect(answer).toEqual({ status: 201, body: { id: answer.body.id } });
  const query = `query ($id: ID!) { import(id: $id) {
    id rowCount faultyCount knownCount rows { edges { node { number isKnown faults { column wrong mend } } } }
  } }`;
  return (await graphql<{ import: Shown }>(api.url, query, { cookie, variables: answer.body })).data.import;
}

async function applied(id: string): Promise<unknown> {
  const mutation = `mutation ($id: ID!) { applyImport(id: $id) { ... on Import { state createdCount } ... on Refusal { code } } }`;
  const { data } = await graphql<{ applyImport: unknown }>(api.url, mutation, {
    cookie: organiser.cookie,
    variables: { id },
  });
  return data.applyImport;
}

interface Found {
  readonly id: string;
  readonly fullName: string;
  readonly positions: { title: string; startsOn: string; endsOn: string | null }[];
}

async function found(search: string, more = ''): Promise<Found[]> {
  const query = `query ($search: String) { persons(search: $search ${more}) {
    edges { node { id fullName positions { title startsOn endsOn } } }
  } }`;
  const { data } = await graphql<{ persons: { edges: { node: Found }[] } }>(api.url, query, {
    cookie: organiser.cookie,
    variables: { search },
  });
  return data.persons.edges.map(({ node }) => node);
}

const names = async (search: string, more = '') => (await found(search, more)).map(({ fullName }) => fullName);

async function change(mutation: string, id: string): Promise<unknown> {
  const { data } = await graphql<{ answer: unknown }>(api.url, `mutation ($id: ID!) { answer: ${mutation} }`, {
    cookie: organiser.cookie,
    variables: { id },
  });
  return data.answer;
}

describe('a file of people', () => {
  it('brings people with their positions; who stands in two rows is one person', async () => {
    const file = await uploaded(
      'Nélida;Ñahui Ccopa;nelida@muni.gob.example;+51 984 000 001;DNI;12345678;Mancomunidad Municipal Ausangate;Gerenta;20/06/2023;',
      'Nélida;Ñahui Ccopa;nelida@muni.gob.example;+51 984 000 001;DNI;12345678;mancomunidad municipal ausangate;Regidora;2019-01-01;31/12/2022',
      'Óscar;Ñahui Sulca;;;;;;;;',
    );
    expect([file.rowCount, file.faultyCount, file.knownCount]).toEqual([3, 0, 0]);
    expect(await applied(file.id)).toEqual({ state: 'applied', createdCount: 4 });
    const people = await found('NAHUI');
    expect(people.map(({ fullName, positions }) => ({ fullName, positions }))).toEqual([
      {
        fullName: 'Nélida Ñahui Ccopa',
        positions: [
          { title: 'Gerenta', startsOn: '2023-06-20', endsOn: null },
          { title: 'Regidora', startsOn: '2019-01-01', endsOn: '2022-12-31' },
        ],
      },
      { fullName: 'Óscar Ñahui Sulca', positions: [] },
    ]);
  });

  it('only adds the positions that somebody lacks', async () => {
    const file = await uploaded(
      'NELIDA;NAHUI CCOPA;Nelida@muni.gob.example;;DNI;12345678;Mancomunidad Municipal Ausangate;GERENTA;;',
      'Óscar;Ñahui Sulca;;;;;Mancomunidad Municipal Ausangate;Asesor;;',
    );
    expect(file.rows.edges.map(({ node }) => node.isKnown)).toEqual([true, false]);
    expect(await applied(file.id)).toEqual({ state: 'applied', createdCount: 1 });
    expect((await found('oscar nahui')).map(({ positions }) => positions)).toEqual([
      [{ title: 'Asesor', startsOn: '2025-06-06', endsOn: null }],
    ]);
  });

  it('names each fault with how to mend it', async () => {
    const file = await uploaded(
      'Ana;Uno;a@b.example, c@d.example;;;;;;;',
      'Ana;Dos;;seis;;;;;;',
      'Ana;Tres;;;DNI;123;;;;',
      'Ana;Cuatro;;;;;Municipalidad Inexistente;Alcaldesa;;',
      'Ana;Cinco;;;;;;Alcaldesa;;',
      'Ana;Seis;;;;;Mancomunidad Municipal Ausangate;Gerenta;31/02/2025;',
      'Ana;Siete;;;;;Mancomunidad Municipal Ausangate;Gerenta;2025-01-01;2024-01-01',
      'Ana;Ocho;;;;;;;;',
      'ANA;OCHO;;;;;;;;',
    );
    const faults = file.rows.edges.flatMap(({ node }) => node.faults.map((fault) => [node.number, fault.column]));
    expect(faults).toEqual([
      [2, 'email'],
      [3, 'phone'],
      [4, 'documentNumber'],
      [5, 'institution'],
      [6, 'institution'],
      [7, 'startsOn'],
      [8, 'endsOn'],
      [10, 'familyNames'],
    ]);
    const mends = file.rows.edges.flatMap(({ node }) => node.faults.map(({ mend }) => mend));
    expect(mends[0]).toBe(
      'Escriba una sola dirección de correo, sin comas ni espacios, por ejemplo nombre@institucion.gob.pe.',
    );
    expect(mends[3]).toBe('Escríbalo como está en Instituciones, o agréguela primero (también puede importarlas).');
    expect(await applied(file.id)).toEqual({ code: 'IMPORT_HAS_FAULTS' });
    expect(await names('Ana Ocho')).toEqual([]);
  });

  it('cannot be taken back once somebody leans on it', async () => {
    const file = await uploaded('Quechua;Deshacer;;;;;Mancomunidad Municipal Ausangate;Vocal;;');
    await applied(file.id);
    const [{ id: personId }] = await found('Deshacer');
    const institution = await anInstitution(api, 'Otra institución');
    const position = `mutation ($input: PositionInput!) { createPosition(input: $input) { ... on Position { id } } }`;
    const input = { personId, institutionId: institution.id, title: 'Presidente', startsOn: '2025-01-01' };
    const { data } = await graphql<{ createPosition: { id: string } }>(api.url, position, {
      cookie: organiser.cookie,
      variables: { input },
    });
    const undo = 'undoImport(id: $id) { ... on Import { state } ... on Refusal { code } }';
    expect(await change(undo, file.id)).toEqual({ code: 'IMPORT_IN_USE' });
    await api.dataSource.query('DELETE FROM position WHERE id = $1', [data.createPosition.id]);
    expect(await change(undo, file.id)).toEqual({ state: 'undone' });
    expect(await names('Deshacer')).toEqual([]);
  });
});

describe('the list of people', () => {
  it('is searched by name, address and institution together', async () => {
    expect(await names('ausangate gerenta')).toEqual([]);
    expect(await names('AUSANGATE nelida')).toEqual(['Nélida Ñahui Ccopa']);
    expect(await names('muni.gob')).toEqual(['Nélida Ñahui Ccopa']);
    expect(await names('100%')).toEqual([]);
  });

  it('leaves archived people out until they are restored', async () => {
    const [{ id }] = await found('oscar nahui');
    expect(await change('archivePerson(id: $id) { isArchived }', id)).toEqual({ isArchived: true });
    expect([await names('oscar nahui'), await names('oscar nahui', ', archived: true')]).toEqual([
      [],
      ['Óscar Ñahui Sulca'],
    ]);
    expect(await change('restorePerson(id: $id) { isArchived }', id)).toEqual({ isArchived: false });
    expect(await names('oscar nahui')).toEqual(['Óscar Ñahui Sulca']);
  });

  it('shows who may be there twice', async () => {
    const file = await uploaded('Oscar;Nahui Sulca;otro@correo.example;;;;;;;');
    await applied(file.id);
    expect(await names('nahui', ', filter: { hasTwin: true }')).toEqual(['Óscar Ñahui Sulca', 'Oscar Nahui Sulca']);
    const query = `{ persons(search: "otro@correo") { edges { node { possibleTwins { fullName } } } } }`;
    const { data } = await graphql(api.url, query, { cookie: organiser.cookie });
    expect(data).toEqual({
      persons: { edges: [{ node: { possibleTwins: [{ fullName: 'Óscar Ñahui Sulca' }] } }] },
    });
  });

  it('has the same pages in every order', async () => {
    const all = await names('');
    for (const [order, wanted] of [
      ['name', all],
      ['nameDescending', all.toReversed()],
    ] as const) {
      const walked: string[] = [];
      for (let after = 'null'; after;) {
        const query = `{ persons(first: 1, after: ${after}, order: ${order}) { edges { node { fullName } } pageInfo { hasNextPage endCursor } } }`;
        const { data } = await graphql<{
          persons: { edges: { node: { fullName: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }>(api.url, query, { cookie: organiser.cookie });
        walked.push(...data.persons.edges.map(({ node }) => node.fullName));
        after = data.persons.pageInfo.hasNextPage ? JSON.stringify(data.persons.pageInfo.endCursor) : '';
      }
      expect(walked).toEqual(wanted);
    }
  });
});

describe('an export of people', () => {
  it('needs whoever takes it to have proved lately who they are, and a role at the organisation', async () => {
    expect((await download(api.url, '/exports/persons.csv', organiser.cookie)).status).toBe(403);
    const administrator = await signedIn(api, { isAdministrator: true });
    const { status, text } = await download(api.url, '/exports/persons.csv?search=nelida', administrator.cookie);
    expect([status, text]).toEqual([
      200,
      '\ufeffNombres,Apellidos,Correo,Teléfono,Documento (oculto),Idioma,Institución,Cargo,Desde,Hasta\r\n' +
        "Nélida,Ñahui Ccopa,nelida@muni.gob.example,'+51 984 000 001,****5678,es,Mancomunidad Municipal Ausangate,Gerenta,2023-06-20,\r\n" +
        "Nélida,Ñahui Ccopa,nelida@muni.gob.example,'+51 984 000 001,****5678,es,Mancomunidad Municipal Ausangate,Regidora,2019-01-01,2022-12-31\r\n",
    ]);
    api.clock.advance(6 * 60_000);
    const late = await download(api.url, '/exports/persons.csv', administrator.cookie);
    expect([late.status, late.text]).toEqual([403, '{"code":"STEP_UP_NEEDED"}']);
  });
});
