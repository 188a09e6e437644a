import { LinkService, OrganizationService, RoleService } from '#identity';
import { declaredExports, declaredImports, theSystem, type LinkPurpose } from '#platform';
import { signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { done } from '../factories/delegations.js';
import { post } from '../factories/pages.js';
import { aWorld, type World } from '../factories/worlds.js';
import { CookieJar } from '../support/cookie-jar.js';
import { routesOf } from '../support/routes.js';
import { changedSince, tableDigests } from './table-digests.js';

/**
 * Files and pages of others by an id in the address, and rows of others by an id in a form of one's own: at pretix whoever had any id
 * downloaded a file that was made for somebody else (CVE-2026-9712), at alf.io users changed the events of other organisations (CVE-2023-2260).
 */
const mark = 'Ajenísima';
let api: TestApi;
let victim: World;
let own: World;
let stranger: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  const organizationOf = async (name: string) =>
    done(await api.get(OrganizationService).create(theSystem, { name })).id;
  const [theirs, ours] = [await organizationOf(`La ${mark}`), await organizationOf('Otra')];
  victim = await aWorld(api, theirs, mark);
  own = await aWorld(api, ours);
  stranger = await signedIn(api);
  done(await api.get(RoleService).give(theSystem, { organizationId: ours }, stranger.email, 'owner'));
}, 90_000);
afterAll(() => api.close());

interface Attempt {
  readonly path: string;
  readonly method: string;
}

const idsOf = (world: World): string[] =>
  Object.entries(world).flatMap(([kind, id]) => (kind === 'cookie' ? [] : [id]));

/** The address of a file with every filter that names a row. */
function filtered(path: string, world: World): string[] {
  const filters: Record<string, string>[] = [
    { eventId: world['Event'] },
    { organizationId: world['Organization'] },
    { eventId: world['Event'], room: world['Room'], block: world['ThematicBlock'], party: world['MeetingParty'] },
    { series: world['EventSeries'], institution: world['Institution'], person: world['Person'] },
  ];
  return filters.map((filter) => `${path}?${new URLSearchParams(filter).toString()}`);
}

const everyToken = (path: string) => (world: World) =>
  idsOf(world).map((id) => path.replace(':token', encodeURIComponent(id)));

/** How each route that takes a word is asked for the rows of a world. A new one has to be added here. */
const samples: Readonly<Record<string, (world: World) => string[]>> = {
  '/imports/:kind': (world) =>
    declaredImports().flatMap(({ kind }) => [
      `/imports/${kind}?event=${world['Event']}`,
      `/imports/${kind}?organization=${world['Organization']}`,
      `/imports/${kind}?event=${world['Event']}&organization=${world['Organization']}`,
    ]),
  // Templates are the same for everybody.
  '/imports/:kind/:file': () => [],
  '/exports/:file': (world) => declaredExports().flatMap(({ kind }) => filtered(`/exports/${kind}.csv`, world)),
  '/e/:slug': (world) => idsOf(world).map((id) => `/e/${encodeURIComponent(id)}`),
  '/r/:token': everyToken('/r/:token'),
  '/r/:token/calendario.ics': everyToken('/r/:token/calendario.ics'),
  '/d/:token': everyToken('/d/:token'),
  '/d/:token/reuniones': everyToken('/d/:token/reuniones'),
  '/i/:token': everyToken('/i/:token'),
  '/cuenta/:token': everyToken('/cuenta/:token'),
  // Files of the product, by their names.
  '/assets/:name': () => [],
  '/panel/assets/:file': () => [],
  // The demonstration's mailbox is open to whoever has the demonstration, and absent everywhere else.
  '/buzon/:id': () => [],
  '/buzon/:id/html': () => [],
  '/buzon/:id/raw': () => [],
};

const attempts = (world: World): Attempt[] =>
  routesOf(api).flatMap(({ method, path }) => (samples[path]?.(world) ?? []).map((one) => ({ path: one, method })));

async function asked({ path, method }: Attempt, cookie: string) {
  const body = method === 'POST' ? 'nombres,apellidos\nRosa,Quispe\n' : undefined;
  const type = path.startsWith('/imports/') ? 'text/csv' : 'application/x-www-form-urlencoded';
  const headers = { cookie, ...(body && { 'content-type': type }) };
  const answer = await fetch(api.url + path, { method, body, headers, redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

describe('a route with a word in its address', () => {
  it('has its sample here', () => {
    const unknown = routesOf(api).filter(({ path }) => path.includes(':') && !samples[path]);
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('shows nothing of another organisation and takes nothing for it', async () => {
    const before = await tableDigests(api.dataSource);
    const told: string[] = [];
    for (const attempt of attempts(victim)) {
      const { status, text } = await asked(attempt, stranger.cookie);
      if (status >= 500 || text.includes(mark)) told.push(`${attempt.method} ${attempt.path}: ${status}`);
    }
    expect(told).toEqual([]);
    // Files of what is one's own are noted, whatever else their address names.
    expect((await changedSince(api.dataSource, before)).filter((name) => name !== 'audit_entry')).toEqual([]);
    const noted = await api.dataSource.query<unknown[]>(
      'SELECT action FROM audit_entry WHERE actor_id = $1 AND (event_id = $2 OR organization_id = $3)',
      [stranger.accountId, victim['Event'], victim['Organization']],
    );
    expect(noted).toEqual([]);
  });

  it('shows one’s own, so that the walk is known to ask for something', async () => {
    const found = await Promise.all(attempts(own).map((attempt) => asked(attempt, stranger.cookie)));
    const files = found.filter(({ status, text }) => status === 200 && text.includes('Propia'));
    const read = found.filter(({ status }) => status === 201 || status === 422);
    expect([files.length > 8, read.length > 8]).toEqual([true, true]);
  });
});

interface Link {
  readonly path: string;
  readonly linkId: string;
}

/** The way in that a mail carries to a row. */
async function linkTo(purpose: LinkPurpose, table: string, id: string): Promise<Link> {
  const [{ link_id: linkId }] = await api.dataSource.query<{ link_id: string }[]>(
    `SELECT link_id FROM ${table} WHERE id = $1`,
    [id],
  );
  return { linkId, path: new URL(api.get(LinkService).urlOf(linkId, purpose)).pathname };
}

/** Every form of the pages behind links, with the ids of a world in its fields. */
function formsWith(world: World): [LinkPurpose, Record<string, string>][] {
  const person = { 'people.0.givenNames': 'Ajena', 'people.0.familyNames': 'Ajena', 'people.0.positionTitle': 'Ajena' };
  const meeting = { id: world['MeetingRequest'], con: world['OtherMeetingParty'], reunion: world['BilateralMeeting'] };
  const words = { tema: 'Ajena', mensaje: 'Ajena', motivo: 'Ajena', turno: '2025-06-20T14:20' };
  const onDelegation = ['corregir', 'retirar', 'aceptar'];
  const onMeetings = [
    'aceptar',
    'proponer',
    'rechazar',
    'retirar',
    'pedir',
    'cancelar',
    'mover',
    'realizada',
    'ausente',
  ];
  return [
    ...onDelegation.map((wish): [LinkPurpose, Record<string, string>] => [
      'delegation',
      { do: wish, id: world['Registration'], ...person },
    ]),
    ...onMeetings.map((wish): [LinkPurpose, Record<string, string>] => [
      'meetings',
      { do: wish, ...meeting, ...words },
    ]),
  ];
}

describe('a form behind one’s own link', () => {
  const jar = new CookieJar();

  /** Sends each with the link of one's own; answers those that were carried out. */
  async function carriedOut(world: World): Promise<string[]> {
    const links: Partial<Record<LinkPurpose, Link>> = {
      delegation: await linkTo('delegation', 'delegation', own['Delegation']),
      meetings: await linkTo('meetings', 'meeting_party', own['MeetingParty']),
    };
    const found: string[] = [];
    for (const [purpose, fields] of formsWith(world)) {
      const { status, location } = await post(api.url, links[purpose]?.path ?? '', fields, jar);
      if (status === 303 && location?.includes('hecho=')) found.push(`${purpose} ${fields['do']}`);
    }
    return found;
  }

  it('does nothing to a row of somebody else that its fields name', async () => {
    // The first form of a browser claims the link: what the claim leaves is no effect of these.
    await carriedOut({});
    const before = await tableDigests(api.dataSource);
    expect(await carriedOut(victim)).toEqual([]);
    expect(await changedSince(api.dataSource, before)).toEqual([]);
  });

  it('does it to one’s own, so that the forms are known to be right', async () => {
    const found = await carriedOut(own);
    expect(found).toEqual(expect.arrayContaining(['delegation corregir', 'delegation retirar', 'meetings retirar']));
    expect(found).toEqual(expect.arrayContaining(['meetings pedir', 'meetings cancelar']));
  });
});
