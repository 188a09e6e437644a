import { theSystem } from '#platform';
import { RoomService, VenueService, type Event } from '#events';
import { download, graphql, signedIn, testApi, uploadFile, type SignedInStaff, type TestApi } from '#support';
import { anEvent, aSession, aSpeaker, done } from '../factories/agendas.js';
import { anInstitution } from '../factories/delegations.js';

let api: TestApi;
let event: Event;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  event = await anEvent(api);
  organiser = await signedIn(api, { isAdministrator: true });
});
afterAll(() => api.close());

interface Shown {
  readonly id: string;
  readonly faultyCount: number;
  readonly knownCount: number;
  readonly rows: { edges: { node: { number: number; faults: { column: string; wrong: string; mend: string }[] } }[] };
}

async function read(kind: string, lines: readonly string[], cookie = organiser.cookie): Promise<Shown> {
  const address = `${kind}?name=lista.csv&event=${event.id}`;
  const answer = await uploadFile(api.url, address, lines.join('\r\n'), { cookie });
  expect(answer.status).toBe(201);
  const query = `query ($id: ID!) { import(id: $id) {
    id faultyCount knownCount rows { edges { node { number faults { column wrong mend } } } } } }`;
  return (await graphql<{ import: Shown }>(api.url, query, { cookie, variables: answer.body })).data.import;
}

async function does(verb: 'applyImport' | 'undoImport', id: string): Promise<object> {
  const mutation = `mutation ($id: ID!) { answer: ${verb}(id: $id) {
    ... on Import { state createdCount } ... on Refusal { code } } }`;
  const { data } = await graphql<{ answer: object }>(api.url, mutation, {
    cookie: organiser.cookie,
    variables: { id },
  });
  return data.answer;
}

const count = async (table: string): Promise<number> => {
  const rows = await api.dataSource.query(`SELECT FROM ${table} WHERE event_id = $1`, [event.id]);
  return (rows as unknown[]).length;
};

describe('a file of rooms', () => {
  const headings = 'Sede;Dirección;Sala;Aforo';
  const good = [headings, 'Paraninfo;Plaza de Armas;Sala 1;80', 'Paraninfo;;Sala 2;60'];

  it('adds them with their venue once it is applied, and comes and goes as a whole', async () => {
    const file = await read('rooms', good);
    expect([file.faultyCount, await count('room')]).toEqual([0, 0]);
    expect(await does('applyImport', file.id)).toEqual({ state: 'applied', createdCount: 3 });
    expect([await count('venue'), await count('room')]).toEqual([1, 2]);
    expect((await read('rooms', good)).knownCount).toBe(2);
    expect(await does('undoImport', file.id)).toMatchObject({ state: 'undone' });
    expect([await count('venue'), await count('room')]).toEqual([0, 0]);
  });

  it('is judged by the rules of the screen, row by row', async () => {
    const place = { eventId: event.id, name: 'Paraninfo', address: 'Plaza de Armas' };
    const venue = done(await api.get(VenueService).add(theSystem, place));
    done(await api.get(RoomService).add(theSystem, { venueId: venue.id, name: 'Sala 9', capacity: 10 }));
    const file = await read('rooms', [
      headings,
      'Otra;Calle 1;sala 9;5',
      'Nueva;;Sala 3;40',
      'Paraninfo;;Sala 4;0',
      'Paraninfo;;Sala 5;x',
    ]);
    const faults = file.rows.edges.flatMap(({ node }) => node.faults.map(({ column }) => [node.number, column]));
    expect(faults).toEqual([
      [3, 'address'],
      [4, 'capacity'],
      [5, 'capacity'],
    ]);
    expect(await does('applyImport', file.id)).toEqual({ code: 'IMPORT_HAS_FAULTS' });
    expect(await count('room')).toBe(1);
  });
});

describe('a file of sessions', () => {
  const headings = 'Título;Tipo;Día;Empieza;Termina;Sala';

  it('names a clash of rooms between its own rows, and imports nothing', async () => {
    const place = { eventId: event.id, name: 'Paraninfo', address: 'Plaza de Armas' };
    const venue = done(await api.get(VenueService).add(theSystem, place));
    done(await api.get(RoomService).add(theSystem, { venueId: venue.id, name: 'Sala 1', capacity: 10 }));
    const file = await read('sessions', [
      headings,
      'Riego;Ponencia;2025-06-20;9:00;10:00;sala 1',
      'Caminos;Ponencia;20/06/2025;09:30;10:30;Sala 1',
      'Tarde;Ponencia;2025-07-20;09:30;10:30;',
      'Sin sala;Ponencia;2025-06-20;09:30;10:30;Sala 7',
    ]);
    const faults = file.rows.edges.flatMap(({ node }) => node.faults.map((one) => [node.number, one.column, one.mend]));
    expect(faults).toEqual([
      [
        3,
        'room',
        'Sala 1 está ocupada por «Riego» el viernes 20 de junio de 09:00 a 10:00. Elija otra hora u otra sala.',
      ],
      [
        4,
        'from',
        'El evento es del 2025-06-20 al 2025-06-21 y la sesión cae el 2025-07-20. Elija una hora de esos días.',
      ],
      [5, 'room', 'Esa sala no es de este evento. Elija una de su lista.'],
    ]);
    expect(await count('session')).toBe(0);
  });

  it('is applied, comes back out as it went in, and is not undone once somebody speaks', async () => {
    const lines = [headings, 'Riego;Ponencia;2025-06-20;09:00;10:00;', 'Balance;Plenaria;2025-06-21;16:00;17:00;'];
    const file = await read('sessions', lines);
    expect(await does('applyImport', file.id)).toEqual({ state: 'applied', createdCount: 2 });
    const { text } = await download(api.url, `/exports/sessions.csv?eventId=${event.id}`, organiser.cookie);
    expect(text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      'Título,Tipo,Día,Empieza,Termina,Sala,Bloque temático,Resumen,Estado',
      'Riego,Ponencia,2025-06-20,09:00,10:00,,,,Programada',
      'Balance,Plenaria,2025-06-21,16:00,17:00,,,,Programada',
    ]);
    const session = await aSession(api, event, {
      title: 'Aparte',
      startsAt: '2025-06-20T15:00',
      endsAt: '2025-06-20T16:00',
    });
    await aSpeaker(api, session);
    expect(await does('undoImport', file.id)).toMatchObject({ state: 'undone' });
    expect(await count('session')).toBe(1);
  });
});

describe('a file of who organises', () => {
  const headings = 'Institución;Papel';

  it('names institutions in the order of its rows, after those that are there, and comes and goes as a whole', async () => {
    const names = [await anInstitution(api), await anInstitution(api), await anInstitution(api)].map(
      ({ name }) => name,
    );
    const [first, second, third] = names;
    const before = await read('organizers', [headings, `${first};Organiza`]);
    await does('applyImport', before.id);
    const lines = [headings, `${third};Aliado técnico`, `${second};coorganiza`, `${first};Organiza`];
    const file = await read('organizers', lines);
    expect([file.faultyCount, file.knownCount]).toEqual([0, 1]);
    expect(await does('applyImport', file.id)).toEqual({ state: 'applied', createdCount: 2 });
    const taken = async () => {
      const { text } = await download(api.url, `/exports/organizers.csv?eventId=${event.id}`, organiser.cookie);
      return text.replace('\uFEFF', '').trim().split('\r\n');
    };
    expect(await taken()).toEqual([
      'Institución,Papel',
      `${first},Organiza`,
      `${third},Aliado técnico`,
      `${second},Coorganiza`,
    ]);
    expect(await does('undoImport', file.id)).toMatchObject({ state: 'undone' });
    expect(await taken()).toEqual(['Institución,Papel', `${first},Organiza`]);
  });

  it('refuses whom nobody knows, another role and a role that is none, row by row', async () => {
    const { name } = await anInstitution(api);
    await does('applyImport', (await read('organizers', [headings, `${name};Organiza`])).id);
    const file = await read('organizers', [headings, 'Nadie la conoce;Organiza', `${name};Aliado`, `${name};Padrino`]);
    const faults = file.rows.edges.flatMap(({ node }) => node.faults.map(({ column }) => [node.number, column]));
    expect(faults).toEqual([
      [2, 'institutionId'],
      [3, 'institutionId'],
      [4, 'role'],
    ]);
    expect(await does('applyImport', file.id)).toEqual({ code: 'IMPORT_HAS_FAULTS' });
    expect(await count('event_organizer')).toBe(1);
  });
});

describe('files of series and events', () => {
  it('add what is new and pass over what is there', async () => {
    const series = await read('series', ['Nombre;Cómo se numera', `Cumbre ${event.id.slice(0, 8)};II Encuentro`]);
    expect(await does('applyImport', series.id)).toMatchObject({ state: 'applied', createdCount: 1 });
    const headings = 'Serie;Número de edición;Primer día;Último día;Ciudad;País;Zona horaria';
    const lines = [
      headings,
      `cumbre ${event.id.slice(0, 8)};1;23/02/2026;23/02/2026;Iquitos;PE;America/Lima`,
      `Cumbre ${event.id.slice(0, 8)};2;2027-02-23;2027-02-22;Puno;PE;America/Lima`,
      'No existe;2;2027-02-23;2027-02-23;Puno;PE;America/Lima',
    ];
    const file = await read('events', lines);
    const faults = file.rows.edges.flatMap(({ node }) => node.faults.map(({ column }) => [node.number, column]));
    expect(faults).toEqual([
      [3, 'endsOn'],
      [4, 'series'],
    ]);
    const right = await read('events', lines.slice(0, 2));
    expect(await does('applyImport', right.id)).toMatchObject({ state: 'applied', createdCount: 1 });
    expect((await read('events', lines.slice(0, 2))).knownCount).toBe(1);
    expect(await does('undoImport', right.id)).toMatchObject({ state: 'undone' });
    expect((await read('events', lines.slice(0, 2))).knownCount).toBe(0);
  });
});

describe('a file of what is of one event', () => {
  it.each(['rooms', 'sessions', 'organizers'])(
    'of %s is nobody’s where no event is named, even for who may everything',
    async (kind) => {
      const { status } = await uploadFile(api.url, `${kind}?name=lista.csv`, 'Sede', { cookie: organiser.cookie });
      expect(status).toBe(403);
    },
  );
});
