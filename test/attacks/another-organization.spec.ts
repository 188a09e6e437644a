import { EventSeriesService, EventService } from '#events';
import { OrganizationService, RoleService } from '#identity';
import { newId } from '#kernel';
import { RowScopes, theSystem, ViewerSource, type StaffViewer } from '#platform';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { done, aPerson, aRoom, aSession, aSpeaker, anEvent } from '../factories/agendas.js';
import { aDelegation } from '../factories/delegations.js';
import { aBlock, aParty, aRequest } from '../factories/meetings.js';
import { everyQuestion } from '../support/foreign-rows.js';

/**
 * "Another event's or organisation's registrations, mail log, check-ins, exports … by id": the class of hole that Indico, pretix and
 * Hi.Events really had, a check of the application that somebody forgot. Here all of them are forgotten at once, and the database stands.
 */
let api: TestApi;
let stranger: SignedInStaff;
let ids: string[];

/** One id of each kind of row that belongs to the organisation that is broken into. */
async function foreignIds(): Promise<string[]> {
  const tables = await api.dataSource.query<{ name: string }[]>(
    `SELECT name::text FROM guarded_table JOIN pg_attribute ON attrelid = name::oid AND attname = 'id' AND NOT attisdropped`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await api.dataSource.query<{ id: string }[]>(`SELECT id FROM ${name} LIMIT 1`);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

beforeAll(async () => {
  api = await testApi();
  const event = await anEvent(api);
  await aRoom(api, event);
  await aSpeaker(api, await aSession(api, event));
  await aDelegation(api, { eventId: event.id });
  await aBlock(api, event.id);
  await aRequest(api, await aParty(api, event.id), await aParty(api, event.id));
  await aPerson(api, 'Ajena Ajena');
  await signedIn(api, { roles: { [event.id]: 'organiser' } });
  ids = await foreignIds();
  stranger = await ownerOfAnother();
});
afterAll(() => api.close());

/** Who owns another organisation, with a series and an event of its own. */
async function ownerOfAnother(): Promise<SignedInStaff> {
  const { id: organizationId } = done(await api.get(OrganizationService).create(theSystem, { name: 'Otra' }));
  const series = { organizationId, name: 'Encuentro propio', editionStyle: 'roman' } as const;
  const { id: seriesId } = done(await api.get(EventSeriesService).create(theSystem, series));
  const days = { startsOn: '2025-07-20', endsOn: '2025-07-21', zone: 'America/Lima', country: 'PE', city: 'Puno' };
  done(await api.get(EventService).create(theSystem, { seriesId, editionNumber: 1, ...days }));
  const staff = await signedIn(api);
  done(await api.get(RoleService).give(theSystem, { organizationId }, staff.email, 'owner'));
  return staff;
}

/** Fields through which the stranger reads a row that is not theirs. */
async function leaks(): Promise<string[]> {
  const { schema } = api.get(GraphQLSchemaHost);
  const leaking = new Set<string>();
  const waiting = everyQuestion(schema, ids);
  const askOn = async (): Promise<void> => {
    for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
      const { field, query, variables } = asked;
      const { data } = await graphql<unknown>(api.url, query, { cookie: stranger.cookie, variables });
      const text = JSON.stringify(data ?? null);
      if (ids.some((id) => text.includes(id))) leaking.add(field);
    }
  };
  await Promise.all(Array.from({ length: 6 }, askOn));
  return [...leaking].sort();
}

/** Every check of the application says yes: it takes the stranger for an administrator. The database knows whose request it is. */
async function withoutTheApplicationsCheck<T>(body: () => Promise<T>): Promise<T> {
  const source = api.get(ViewerSource);
  const honest = source.viewerOf.bind(source);
  source.viewerOf = async (request) => ({ ...(await honest(request)), isAdministrator: true }) as StaffViewer;
  try {
    return await body();
  } finally {
    source.viewerOf = honest;
  }
}

/** As if the tables had no policies: the owner asks. */
async function withoutTheWall<T>(body: () => Promise<T>): Promise<T> {
  const scopes = api.get(RowScopes);
  const honest = scopes.request.bind(scopes);
  scopes.request = (step) => step();
  try {
    return await body();
  } finally {
    scopes.request = honest;
  }
}

describe('a stranger of another organisation', () => {
  it('reads no foreign row by any list or id, with the checks of the application as they are', async () => {
    expect(ids.length).toBeGreaterThan(15);
    expect(await leaks()).toEqual([]);
  }, 120_000);

  it('reads none either when the application forgets every check: the database holds', async () => {
    expect(await withoutTheApplicationsCheck(leaks)).toEqual([]);
  }, 120_000);

  it('would read nearly everything without both, so the walk is known to see', async () => {
    const leaking = await withoutTheApplicationsCheck(() => withoutTheWall(leaks));
    const known = ['delegations', 'event', 'meetingParties', 'organizations', 'person', 'persons', 'sessions'];
    expect(known.filter((field) => !leaking.includes(field))).toEqual([]);
    expect(leaking.length).toBeGreaterThan(15);
  }, 120_000);
});

describe("the application's role", () => {
  /** Asks as a request of that viewer, or of nobody. */
  const asked = <T>(statement: string): Promise<T[]> =>
    api.get(RowScopes).request(() => api.dataSource.query<T[]>(statement));

  it('owns nothing, bypasses nothing and becomes nobody', async () => {
    const [role] = await asked<object>(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns,
              (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS becomes
       FROM pg_roles WHERE rolname = current_user`,
    );
    const no = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    expect(role).toEqual({ ...no, owns: 0, becomes: 0 });
  });

  it('asks nothing for longer than an operation may take; the product itself does', async () => {
    const bound = 'SHOW statement_timeout';
    expect([await asked(bound), await api.dataSource.query<unknown[]>(bound)]).toEqual([
      [{ statement_timeout: '25s' }],
      [{ statement_timeout: '0' }],
    ]);
  });

  it.each([
    ['switch off the wall', 'ALTER TABLE person DISABLE ROW LEVEL SECURITY'],
    ['add a policy', 'CREATE POLICY mine ON person USING (true)'],
    ['drop a policy', 'DROP POLICY of_the_scope ON person'],
    ['become the owner', 'SET ROLE tinkuy'],
    ['read past it', 'SET row_security = off; SELECT * FROM person'],
    ['empty a table', 'TRUNCATE person CASCADE'],
    ['read the ledger of the migrations', 'SELECT * FROM migrations'],
  ])('cannot %s', async (_, statement) => {
    await expect(asked(statement)).rejects.toThrow(/must be owner|permission denied|would be affected/);
  });

  it('sees nothing but what is published while it is not told for whom it asks', async () => {
    const tables = await api.dataSource.query<{ name: string }[]>('SELECT name::text FROM guarded_table ORDER BY 1');
    const counts = await Promise.all(
      tables.map(async ({ name }) => [
        name,
        (await asked<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`))[0].n,
      ]),
    );
    expect(counts.filter(([, n]) => n !== 0)).toEqual([]);
    expect(counts.length).toBeGreaterThan(20);
  });

  it('does not keep the name of the request before', async () => {
    const scopes = api.get(RowScopes);
    const seen = (viewer?: StaffViewer) =>
      scopes.request(() => {
        if (viewer) scopes.enter(viewer);
        return api.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM person');
      });
    const rounds = Array.from({ length: 60 }, (_, round) => (round % 2 === 0 ? seen(theSystem) : seen()));
    const counts = (await Promise.all(rounds)).map(([{ n }]) => n > 0);
    expect(counts).toEqual(counts.map((_, round) => round % 2 === 0));
  });
});

describe('a table whose rows belong to an event or an organisation', () => {
  it('has its wall, whatever lib it comes from', async () => {
    const open = await api.dataSource.query<unknown[]>(
      `SELECT name::text FROM guarded_table WHERE NOT is_guarded
       UNION ALL SELECT name::text FROM guarded_table
       WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = name AND polname = 'of_the_scope')`,
    );
    expect(open).toEqual([]);
  });

  it('gets one when it is new, by the same command that migrates', async () => {
    await api.dataSource.query(`CREATE TABLE keepsake (id uuid, event_id uuid)`);
    await api.dataSource.query(`GRANT SELECT ON keepsake TO tinkuy_app`);
    await api.dataSource.query(`INSERT INTO keepsake VALUES ('${newId()}', '${newId()}')`);
    const seen = () => api.get(RowScopes).request(() => api.dataSource.query<unknown[]>('SELECT * FROM keepsake'));
    expect(await seen()).toHaveLength(1);
    await api.dataSource.query('SELECT guard_every_row()');
    expect(await seen()).toEqual([]);
    await api.dataSource.query('DROP TABLE keepsake');
  });
});
