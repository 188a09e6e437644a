import { buildSchema, theSystem, UnitOfWork } from '#platform';
import { AuditService, RoleService } from '#identity';
import { declaredTerms, newId } from '#kernel';
import { administrator, download, graphql, signedIn, testApi, type TestApi } from '#support';
import { readSheet } from 'read-excel-file/universal';
import { anEvent } from '../factories/delegations.js';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const libs = path.resolve(import.meta.dirname, '../../libs');

/** What the compiled libs say outside of their resolvers and tests. */
function spokenInServices(): string {
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' });
  const services = files.filter((file) => file.endsWith('.js') && !/\.(resolver|spec|db-spec)\.js$/.test(file));
  return services.map((file) => readFileSync(path.join(libs, file), 'utf8')).join('\n');
}

/** What only puts a question, by which nothing opens yet: the answer to it leaves the entry. */
const questions = new Set([
  'startAuthenticator',
  'startPasskeyProof',
  'startPasskeyRegistration',
  'startPasskeySignIn',
  'startSignInSetup',
]);

describe('every mutation of the schema', () => {
  it('is named by the service that writes its audit entry', async () => {
    const mutations = Object.keys((await buildSchema()).getMutationType()?.getFields() ?? {});
    const spoken = spokenInServices();
    const silent = mutations.filter((name) => !questions.has(name));
    expect(silent.filter((name) => !spoken.includes(`'${name}'`))).toEqual([]);
    expect(mutations.length).toBeGreaterThan(70);
  });

  it('is said in words in the audit', async () => {
    const mutations = Object.keys((await buildSchema()).getMutationType()?.getFields() ?? {});
    const named = Object.keys(declaredTerms().get('AuditVerb') ?? {});
    expect(mutations.filter((name) => !questions.has(name) && !named.includes(name))).toEqual([]);
  });
});

describe('every column of a row that the audit tells of', () => {
  it('is said in words', async () => {
    const api = await testApi();
    const audited = Object.keys(declaredTerms().get('AuditSubject') ?? {});
    const rows = api.dataSource.entityMetadatas.filter(({ name }) => audited.includes(name));
    const columns = rows.flatMap((row) => row.columns.map(({ propertyName }) => propertyName));
    const named = Object.keys(declaredTerms().get('AuditColumn') ?? {});
    expect(columns.filter((name) => !named.includes(name))).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
    await api.close();
  });

  it('fails where it is noted without words', async () => {
    const api = await testApi();
    const deed = { viewer: theSystem, action: 'updateRoom', subject: 'Room', subjectId: newId() };
    const note = api
      .get(UnitOfWork)
      .run((work) => api.get(AuditService).record(work, { ...deed, after: { nobodyNamedIt: 1 } }));
    await expect(note).rejects.toThrow('updateRoom notes nobodyNamedIt: give it words in audit-column.terms.ts');
    await api.close();
  });
});

describe('an audit entry', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.close());

  it('of a mutation tells who, from where, what, before and after', async () => {
    const { cookie, accountId } = await signedIn(api, { isAdministrator: true });
    const create = `mutation ($input: StaffAccountInput!) {
      createStaffAccount(input: $input) { ... on StaffAccount { id } }
    }`;
    const input = { email: 'nueva@organiza.example', name: 'Nueva' };
    const made = await graphql<{ createStaffAccount: { id: string } }>(api.url, create, {
      cookie,
      variables: { input },
    });
    const { id } = made.data.createStaffAccount;
    const entries = await api.dataSource.query<Record<string, unknown>[]>(
      `SELECT actor_kind, actor_id, action, subject, came_from ->> 'address' AS address, came_from ->> 'agent' AS agent, after
       FROM audit_entry WHERE subject_id = $1`,
      [id],
    );
    expect(entries).toEqual([
      {
        actor_kind: 'staff',
        actor_id: accountId,
        action: 'createStaffAccount',
        subject: 'Account',
        address: '127.0.0.1',
        agent: 'node',
        after: { email: 'nueva@organiza.example', name: 'Nueva', isAdministrator: false },
      },
    ]);
  });
});

describe('the audit of an event', () => {
  let api: TestApi;
  let eventId: string;
  beforeAll(async () => {
    api = await testApi();
    eventId = (await anEvent(api)).id;
    const after = {
      email: 'rosa@muni.example',
      phone: '+51 987 654 321',
      documentNumber: '87654321',
      state: 'confirmed',
    };
    const deed = {
      viewer: administrator,
      action: 'updatePerson',
      subject: 'Person',
      subjectId: newId(),
      eventId,
      after,
    };
    await api.get(UnitOfWork).run((work) => api.get(AuditService).record(work, deed));
  });
  afterAll(() => api.close());

  const list = `query ($id: ID!, $filter: AuditFilter) {
    auditEntries(eventId: $id, filter: $filter) { edges { node { action changes { name before after } } } }
  }`;
  const read = async (cookie: string, filter = {}) =>
    graphql<{ auditEntries: { edges: { node: unknown }[] } }>(api.url, list, {
      cookie,
      variables: { id: eventId, filter },
    });

  it('is read by its organisers, narrowed to what they look for, with personal values masked', async () => {
    const { cookie } = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const { data } = await read(cookie, { action: 'updatePerson' });
    expect(data.auditEntries.edges.map(({ node }) => node)).toEqual([
      {
        action: 'updatePerson',
        changes: [
          { name: 'email', before: null, after: 'r***@muni.example' },
          { name: 'phone', before: null, after: '****4321' },
          { name: 'state', before: null, after: 'confirmed' },
          { name: 'documentNumber', before: null, after: '****4321' },
        ],
      },
    ]);
  });

  it('is read neither by its readers nor by a stranger', async () => {
    const strangers = [await signedIn(api, { roles: { [eventId]: 'reader' } }), await signedIn(api)];
    const answers = await Promise.all(strangers.map(({ cookie }) => read(cookie)));
    expect(answers.map(({ errors }) => errors?.[0].extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('is narrowed to somebody and to days', async () => {
    const { cookie } = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const [now, later] = [api.clock.now(), new Date(api.clock.now().getTime() + 60_000)].map((at) => at.toISOString());
    const found = async (filter: object) => (await read(cookie, filter)).data.auditEntries.edges.length;
    const { accountId } = administrator;
    expect(await found({ actorId: accountId, from: now, until: later })).toBe(1);
    expect([
      await found({ actorId: newId() }),
      await found({ actorId: 'nobody' }),
      await found({ from: later }),
      await found({ until: now }),
    ]).toEqual([0, 0, 0, 0]);
  });

  it('is narrowed to the ways in which those came who have no account, which it names', async () => {
    const linkId = newId();
    const guest = { kind: 'link', purpose: 'delegation', subjectId: newId(), eventId, linkId } as const;
    const viewer = { ...guest, language: 'es', requestId: 'test' } as const;
    const deed = { viewer, action: 'submitDelegation', subject: 'Delegation', subjectId: guest.subjectId, eventId };
    await api.get(UnitOfWork).run((work) => api.get(AuditService).record(work, deed));
    const { cookie } = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const actions = async (filter: object) =>
      (await read(cookie, filter)).data.auditEntries.edges.map(({ node }) => (node as { action: string }).action);
    expect(await actions({ actorKind: 'link' })).toEqual(['submitDelegation']);
    expect(await actions({ actorKind: 'person' })).toEqual([]);
    const words = '{ auditWords(eventId: $id) { actorKinds } }';
    const { data } = await graphql<{ auditWords: { actorKinds: string[] } }>(api.url, `query ($id: ID!) ${words}`, {
      cookie,
      variables: { id: eventId },
    });
    expect(data.auditWords.actorKinds).toContain('link');
  });

  it('is taken as a file in words, masked, by whoever may read it and has proved lately who they are', async () => {
    const { cookie } = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const reader = await signedIn(api, { roles: { [eventId]: 'reader' } });
    const file = `/exports/audit.csv?eventId=${eventId}&action=updatePerson`;
    const { status, text } = await download(api.url, file, cookie);
    const [headings, entry, ...rest] = text.trimEnd().split('\r\n');
    expect([status, headings, rest]).toEqual([
      200,
      '\ufeffCuándo (UTC),Quién,En nombre de,Desde,Qué,Sobre qué,Fila,Qué cambió,Entrada',
      [],
    ]);
    expect(entry).toContain('Cambió los datos de una persona,Persona,');
    expect(entry).toContain('Correo: — → r***@muni.example; Teléfono: — → ****4321');
    expect(text).not.toContain('rosa@muni.example');
    const book = await download(api.url, file.replace('.csv', '.xlsx'), cookie);
    const cells = await readSheet(new Blob([new Uint8Array(book.bytes)]) as never);
    const [inBook, ...rows] = cells as unknown as string[][];
    expect([inBook.join(','), rows.map((row) => row.slice(4, 8))]).toEqual([
      headings.slice(1),
      [
        [
          'Cambió los datos de una persona',
          'Persona',
          expect.any(String),
          'Correo: — → r***@muni.example; Teléfono: — → ****4321; Estado: — → confirmed; Número de documento: — → ****4321',
        ],
      ],
    ]);
    const refused = [file, '/exports/audit.csv', '/exports/audit.csv?eventId=none'];
    const answers = await Promise.all(refused.map((path) => download(api.url, path, reader.cookie)));
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403]);
    api.clock.advance(6 * 60_000);
    expect((await download(api.url, file, cookie)).text).toBe('{"code":"STEP_UP_NEEDED"}');
  });

  it('of its whole organisation is read by its owners, that of everything by administrators', async () => {
    const [{ id: organizationId }] = await api.dataSource.query<{ id: string }[]>(
      'SELECT organization_id AS id FROM event WHERE id = $1',
      [eventId],
    );
    const ofOrganization = async (role: 'owner' | 'organiser') => {
      const one = await signedIn(api);
      await api.get(RoleService).give(theSystem, { organizationId }, one.email, role);
      return one;
    };
    const staff = [
      await ofOrganization('owner'),
      await ofOrganization('organiser'),
      await signedIn(api, { roles: { [eventId]: 'owner' } }),
      await signedIn(api, { isAdministrator: true }),
    ];
    const asked = async (cookie: string, place: Record<string, unknown>) => {
      const query = `query ($organizationId: ID) {
        auditEntries(organizationId: $organizationId, filter: { action: "updatePerson" }) { totalCount }
      }`;
      const { data, errors } = await graphql<{ auditEntries: { totalCount: number } } | null>(api.url, query, {
        cookie,
        variables: place,
      });
      return data?.auditEntries.totalCount ?? errors?.[0].extensions.code;
    };
    const ofIt = await Promise.all(staff.map(({ cookie }) => asked(cookie, { organizationId })));
    const ofAll = await Promise.all(staff.map(({ cookie }) => asked(cookie, {})));
    expect({ ofIt, ofAll }).toEqual({
      ofIt: [1, 'FORBIDDEN', 'FORBIDDEN', 1],
      ofAll: ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 1],
    });
  });
});
