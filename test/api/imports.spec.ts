import { ImportExpiry } from '#platform';
import { download, graphql, signedIn, testApi, uploadFile, type SignedInStaff, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';

let api: TestApi;
let organiser: SignedInStaff;
let colleague: SignedInStaff;
let reader: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  const { id } = await anEvent(api);
  organiser = await signedIn(api, { roles: { [id]: 'organiser' } });
  colleague = await signedIn(api, { roles: { [id]: 'organiser' } });
  reader = await signedIn(api, { roles: { [id]: 'reader' } });
});
afterAll(() => api.close());

const headings = 'Nombre;Sigla;Tipo;País;Territorio';

const shown = `id state rowCount faultyCount knownCount createdCount appliedRows ignoredHeadings
  headingFaults { row column wrong mend }
  rows { edges { node { number isKnown faults { row column value wrong mend } } } }`;

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly rows: { edges: { node: { number: number; isKnown: boolean; faults: object[] } }[] };
  readonly [count: string]: unknown;
}

async function uploaded(lines: readonly string[], cookie = organiser.cookie): Promise<Shown> {
  const answer = await uploadFile(api.url, 'institutions?name=lista.csv', lines.join('\r\n'), { cookie });
  expect(answer.status).toBe(201);
  const query = `query ($id: ID!) { import(id: $id) { ${shown} } }`;
  const { data } = await graphql<{ import: Shown }>(api.url, query, { cookie, variables: answer.body });
  return data.import;
}

async function done(verb: 'applyImport' | 'undoImport', id: string, cookie = organiser.cookie) {
  const mutation = `mutation ($id: ID!) { answer: ${verb}(id: $id) {
    ... on Import { state createdCount knownCount appliedRows rows { totalCount } } ... on Refusal { code message }
  } }`;
  return (await graphql<{ answer: Record<string, unknown> }>(api.url, mutation, { cookie, variables: { id } })).data;
}

async function namesWith(search: string): Promise<string[]> {
  const query = `query ($search: String) { institutions(search: $search) { edges { node { name } } } }`;
  const { data } = await graphql<{ institutions: { edges: { node: { name: string } }[] } }>(api.url, query, {
    variables: { search },
  });
  return data.institutions.edges.map(({ node }) => node.name);
}

describe('a file of institutions', () => {
  it('is imported as a whole once it is applied, not before, and once only', async () => {
    const file = await uploaded([
      headings,
      'Municipalidad Provincial de Anta;MPA;municipalidad;Perú;0803',
      'Municipalidad Distrital de Wánchaq;;Municipalidad distrital;PE;Cusco / Cusco / Wanchaq',
      'Gobierno Autónomo Departamental de La Paz;;gobierno regional;Bolivia;La Paz',
    ]);
    expect(file).toEqual({
      ...{ id: file.id, state: 'read', rowCount: 3, faultyCount: 0, knownCount: 0, createdCount: 0, appliedRows: 0 },
      ...{ ignoredHeadings: [], headingFaults: [] },
      rows: { edges: [2, 3, 4].map((number) => ({ node: { number, isKnown: false, faults: [] } })) },
    });
    expect(await namesWith('Wanchaq')).toEqual([]);
    const applied = { state: 'applied', createdCount: 3, knownCount: 0, appliedRows: 3, rows: { totalCount: 0 } };
    expect(await done('applyImport', file.id)).toEqual({ answer: applied });
    expect(await namesWith('wanchaq')).toEqual(['Municipalidad Distrital de Wánchaq']);
    expect(await done('applyImport', file.id)).toEqual({ answer: applied });
    expect(await namesWith('wanchaq')).toEqual(['Municipalidad Distrital de Wánchaq']);
  });

  it('shows every fault with row, column, value and mend, and imports nothing of it', async () => {
    const file = await uploaded([
      headings,
      'Buena;;ONG;Perú;',
      ';;Ministerio;Perú;',
      'Mala;;club;Narnia;',
      'Sin lugar;;ONG;Perú;999999',
      'Repetida;;ONG;Perú;',
      'REPETIDA;;ONG;Perú;',
    ]);
    const rows = file.rows.edges.map(({ node }) => node);
    expect(rows.map(({ number, faults }) => [number, faults.length])).toEqual([
      [2, 0],
      [3, 1],
      [4, 2],
      [5, 1],
      [6, 0],
      [7, 1],
    ]);
    expect(rows[1].faults).toEqual([
      { row: 3, column: 'name', value: '', wrong: 'Falta un dato obligatorio.', mend: 'Escríbalo en esta celda.' },
    ]);
    expect(rows[3].faults).toEqual([
      {
        ...{ row: 5, column: 'territory', value: '999999' },
        wrong: 'Ningún territorio de ese país se llama o se codifica así.',
        mend: 'Escriba el código UBIGEO del INEI (en Bolivia, del INE) o los nombres: Cusco / Cusco / Wanchaq.',
      },
    ]);
    expect(rows[5].faults).toEqual([
      {
        ...{ row: 7, column: 'name', value: 'REPETIDA' },
        wrong: 'La misma institución está también en la fila 6.',
        mend: 'Deje una sola de las dos filas.',
      },
    ]);
    expect(await done('applyImport', file.id)).toEqual({
      answer: {
        code: 'IMPORT_HAS_FAULTS',
        message:
          'El archivo todavía tiene 4 filas con errores. Corríjalas y suba el archivo de nuevo: no se importó nada.',
      },
    });
    expect(await namesWith('Buena')).toEqual([]);
  });

  it('says which columns are missing, twice or not read', async () => {
    const file = await uploaded(['Nombre;NOMBRE;Clase;Observaciones', 'Una;Otra;ONG;nada']);
    expect([file['ignoredHeadings'], file['headingFaults'], file['faultyCount']]).toEqual([
      ['Observaciones'],
      [
        { row: 1, column: 'name', wrong: 'La columna «NOMBRE» está dos veces.', mend: 'Deje una sola.' },
        {
          ...{ row: 1, column: 'country', wrong: 'El archivo no tiene la columna «País».' },
          mend: 'Agréguela con ese encabezado, o copie sus datos en la plantilla.',
        },
      ],
      2,
    ]);
  });

  it('passes over what is there already, whatever its case and accents', async () => {
    const lines = [headings, 'Asociación Única;;asociación;Perú;', 'ASOCIACION UNICA DOS;;asociación;Perú;'];
    await done('applyImport', (await uploaded(lines.slice(0, 2))).id);
    const again = await uploaded([lines[0], lines[1].toUpperCase(), lines[2]]);
    expect(again.rows.edges.map(({ node }) => node.isKnown)).toEqual([true, false]);
    const applied = { state: 'applied', createdCount: 1, knownCount: 1, appliedRows: 1, rows: { totalCount: 0 } };
    expect(await done('applyImport', again.id)).toEqual({ answer: applied });
  });

  it('is judged again when it is applied: what came meanwhile is passed over', async () => {
    const lines = [headings, 'Carrera;;ONG;Perú;'];
    const [one, other] = [await uploaded(lines), await uploaded(lines, colleague.cookie)];
    const answers = await Promise.all([done('applyImport', one.id), done('applyImport', other.id, colleague.cookie)]);
    expect(answers.map(({ answer }) => answer['createdCount']).sort()).toEqual([0, 1]);
    expect(await namesWith('Carrera')).toEqual(['Carrera']);
  });

  it('can be undone while nothing refers to it', async () => {
    const file = await uploaded([headings, 'Por error uno;;ONG;Perú;', 'Por error dos;;ONG;Perú;']);
    expect((await done('undoImport', file.id)).answer['code']).toBe('IMPORT_NOT_APPLIED');
    await done('applyImport', file.id);
    expect((await done('undoImport', file.id)).answer['state']).toBe('undone');
    expect(await namesWith('Por error')).toEqual([]);
    expect((await done('applyImport', file.id)).answer['code']).toBe('IMPORT_UNDONE');
  });

  it('leaves the template’s example out', async () => {
    const { text } = await download(api.url, '/imports/institutions/template.csv', organiser.cookie);
    const file = await uploaded([text.trim(), 'Nueva de plantilla,,ONG,Perú,']);
    expect([file['rowCount'], file['faultyCount']]).toEqual([1, 0]);
  });
});

describe('importing', () => {
  it('is for those who may change, and a file is seen by whoever uploaded it alone', async () => {
    const lines = [headings, 'Ajena;;ONG;Perú;'].join('\n');
    expect(await uploadFile(api.url, 'institutions', lines, {})).toEqual({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
    expect(await uploadFile(api.url, 'institutions', lines, { cookie: reader.cookie })).toEqual({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    const mine = await uploaded([headings, 'Ajena;;ONG;Perú;']);
    const query = `{ import(id: "${mine.id}") { id } }`;
    expect((await graphql(api.url, query, { cookie: colleague.cookie })).data).toEqual({ import: null });
    const mutation = `mutation { applyImport(id: "${mine.id}") { __typename } }`;
    const { errors } = await graphql(api.url, mutation, { cookie: colleague.cookie });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  it('refuses files that are too large, unknown kinds, and files that a foreign page sends', async () => {
    const { cookie } = organiser;
    const large = await uploadFile(api.url, 'institutions', new Uint8Array(5_000_001), { cookie });
    expect([large.status, large.body.code]).toEqual([422, 'SHEET_TOO_LARGE']);
    expect((await uploadFile(api.url, 'unknown', 'a', { cookie })).status).toBe(404);
    const foreign = await fetch(`${api.url}/imports/institutions`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/csv', origin: 'https://malo.example' },
      body: headings,
    });
    expect(foreign.status).toBe(403);
  });
});

describe('an export', () => {
  it('is a file that spreadsheet programs read and never compute', async () => {
    await done('applyImport', (await uploaded([headings, `=HYPERLINK(1) Peligrosa;@x;ONG;Perú;0803`])).id);
    const { text, headers } = await download(api.url, '/exports/institutions.csv?search=peligrosa', organiser.cookie);
    expect(text).toBe(
      `\ufeffNombre,Sigla,Tipo,País,Territorio,Nombre del territorio\r\n'=HYPERLINK(1) Peligrosa,'@x,ONG,PE,INEI 0803,Anta\r\n`,
    );
    expect(headers.get('content-disposition')).toBe('attachment; filename="institutions.csv"');
    const book = await download(api.url, '/exports/institutions.xlsx?search=peligrosa', organiser.cookie);
    expect([book.status, book.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('can be brought back as it is: everything is there already', async () => {
    const { text } = await download(api.url, '/exports/institutions.csv', organiser.cookie);
    const file = await uploaded([text.trim()]);
    expect([file['faultyCount'], file['knownCount']]).toEqual([0, file['rowCount']]);
  });

  it('is for staff', async () => {
    expect((await download(api.url, '/exports/institutions.csv')).status).toBe(401);
  });
});

describe('a file that nobody applied', () => {
  it('is forgotten after a day', async () => {
    const [old, fresh] = [
      await uploaded([headings, 'Tardía;;ONG;Perú;']),
      await uploaded([headings, 'Otra;;ONG;Perú;']),
    ];
    await api.dataSource.query("UPDATE import_batch SET expires_at = expires_at + interval '1 hour' WHERE id = $1", [
      fresh.id,
    ]);
    api.clock.advance(24 * 3_600_000);
    await api.get(ImportExpiry).forgetExpired();
    const kept = await api.dataSource.query<{ id: string }[]>('SELECT id FROM import_batch WHERE id IN ($1, $2)', [
      old.id,
      fresh.id,
    ]);
    expect(kept).toEqual([{ id: fresh.id }]);
  });
});
