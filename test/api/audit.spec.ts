import { buildSchema, UnitOfWork } from '#platform';
import { AuditService } from '#identity';
import { newId } from '#kernel';
import { administrator, graphql, signedIn, testApi, type TestApi } from '#support';
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
});
