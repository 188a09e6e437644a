import { EventSeriesService, EventService, type Event } from '#events';
import { OrganizationService, RoleService } from '#identity';
import { newId } from '#kernel';
import { PersonService, type Person } from '#people';
import { may, roles, theSystem, type Operation, type Role, type StaffViewer } from '#platform';
import { download, graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { done } from '../factories/delegations.js';

/** An event with its organisation and somebody whom it keeps: what an operation is tried on. */
interface Target {
  readonly event: Event;
  readonly person: Person;
  readonly message: string;
}

interface Holder {
  readonly name: string;
  readonly staff: SignedInStaff;
  /** The same rights, as the table's question takes them. */
  readonly viewer: StaffViewer;
}

let api: TestApi;
let targets: Record<'own event' | 'other event' | 'other organisation', Target>;
let holders: Holder[];

let names = 0;
const fresh = (word: string): string => `${word} ${++names} ${newId().slice(0, 6)}`;

async function anOrganization(): Promise<string> {
  return done(await api.get(OrganizationService).create(theSystem, { name: fresh('Organización') })).id;
}

async function aTarget(organizationId: string): Promise<Target> {
  const series = { organizationId, name: fresh('Encuentro'), editionStyle: 'roman' } as const;
  const { id: seriesId } = done(await api.get(EventSeriesService).create(theSystem, series));
  const days = { startsOn: '2025-07-20', endsOn: '2025-07-21', zone: 'America/Lima', country: 'PE', city: 'Puno' };
  const event = done(await api.get(EventService).create(theSystem, { seriesId, editionNumber: 1, ...days }));
  const names = { givenNames: 'Rosa', familyNames: 'Quispe Mamani', organizationId };
  const person = done(await api.get(PersonService).create(theSystem, names));
  return { event, person, message: await aFailedMessage(event.id) };
}

async function aFailedMessage(eventId: string): Promise<string> {
  const id = newId();
  const texts = "'Tinkuy', 'Rosa', 'rosa@demo.example', 'es', 'Aviso', '<p></p>', ''";
  await api.dataSource.query(
    `INSERT INTO message (id, event_id, mail, policy, from_name, to_name, to_address, language, subject, html, text,
       dedupe_key, message_id, state, queued_at)
     VALUES ($1, $2, 'invitation', 'at_least_once', ${texts}, $4, $4, 'failed', $3)`,
    [id, eventId, api.clock.now(), `test-${id}`],
  );
  return id;
}

async function holderOf(role: Role, level: 'event' | 'organisation'): Promise<Holder> {
  const { event: own } = targets['own event'];
  const { event: other } = targets['other event'];
  const staff = await signedIn(api);
  const place = level === 'event' ? { eventId: own.id } : { organizationId: own.organizationId };
  done(await api.get(RoleService).give(theSystem, place, staff.email, role));
  const at = level === 'event' ? [own] : [own, other];
  const viewer: StaffViewer = {
    ...theSystem,
    isAdministrator: false,
    roles: new Map(level === 'event' ? [[own.id, role]] : []),
    organizationRoles: new Map(level === 'event' ? [] : [[own.organizationId, role]]),
    organizationOf: new Map(at.map(({ id, organizationId }) => [id, organizationId])),
  };
  return { name: `${role} of the ${level}`, staff, viewer };
}

beforeAll(async () => {
  api = await testApi();
  const own = await anOrganization();
  const [first, second, third] = [await aTarget(own), await aTarget(own), await aTarget(await anOrganization())];
  targets = { 'own event': first, 'other event': second, 'other organisation': third };
  holders = [];
  for (const role of roles)
    for (const level of ['event', 'organisation'] as const) holders.push(await holderOf(role, level));
});
afterAll(() => api.close());

type Asked = Record<string, unknown>;
type Try = (target: Target, cookie: string) => Promise<boolean>;

/** Whether the API carried it out, or refused it for another reason than who asks. */
async function granted(query: string, cookie: string, variables: Asked = {}): Promise<boolean> {
  const { data, errors } = await graphql<Asked | null>(api.url, query, { cookie, variables });
  const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
  const odd = codes.filter((code) => !['FORBIDDEN', 'NOT_FOUND'].includes(code));
  if (odd.length > 0) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return codes.length === 0 && data?.['asked'] !== null;
}

const ofEvent =
  (query: string, more: (target: Target) => Asked = () => ({})): Try =>
  (target, cookie) =>
    granted(query, cookie, { e: target.event.id, ...more(target) });

const onRefusal = '{ __typename ... on Refusal { code } }';

/** How each operation is tried from outside. */
const tries: Readonly<Record<Operation, Try>> = {
  'event.read': ofEvent('query ($e: ID!) { asked: event(id: $e) { id } }'),
  'event.change': ofEvent(`mutation ($e: ID!) { asked: updateEvent(id: $e, input: { city: "Cusco" }) ${onRefusal} }`),
  'agenda.change': ofEvent(
    `mutation ($e: ID!, $n: String!) { asked: addThematicBlock(input: { eventId: $e, name: $n, colour: green }) ${onRefusal} }`,
    () => ({ n: fresh('Bloque') }),
  ),
  'registrations.read': ofEvent('query ($e: ID!) { asked: registrations(eventId: $e) { totalCount } }'),
  'registrations.change': ofEvent(
    `mutation ($e: ID!) { asked: setEventQuota(eventId: $e, capacity: 90) ${onRefusal} }`,
  ),
  'invitations.send': ofEvent(
    'mutation ($e: ID!, $p: ID!) { asked: inviteSpeakers(eventId: $e, input: [{ personId: $p, topic: "Agua" }]) { __typename } }',
    ({ person }) => ({ p: person.id }),
  ),
  'meetings.read': ofEvent('query ($e: ID!) { asked: meetingBlocks(eventId: $e) { id } }'),
  'meetings.change': ofEvent(
    `mutation ($e: ID!) { asked: openMeetingBlock(input: { eventId: $e, name: "Franja", startsAt: "2025-07-20T09:00",
       endsAt: "2025-07-20T08:00", slotMinutes: 20, tables: 2 }) ${onRefusal} }`,
  ),
  'messages.read': ofEvent('query ($e: ID!) { asked: messageCounts(eventId: $e) { count } }'),
  'messages.send': ofEvent(`mutation ($m: ID!) { asked: resendMessage(id: $m) ${onRefusal} }`, ({ message }) => ({
    m: message,
  })),
  'audit.read': ofEvent('query ($e: ID!) { asked: auditEntries(eventId: $e) { totalCount } }'),
  'personal.export': async ({ event }, cookie) => {
    const { status } = await download(api.url, `/exports/registrations.csv?eventId=${event.id}`, cookie);
    if (![200, 403, 404].includes(status)) throw new Error(`The file was answered with ${status}`);
    return status === 200;
  },
  'roles.read': ofEvent('query ($e: ID!) { asked: eventStaff(eventId: $e) { role } }'),
  'roles.change': ofEvent(
    `mutation ($e: ID!, $a: ID!) { asked: revokeRole(place: { eventId: $e }, accountId: $a) ${onRefusal} }`,
    () => ({ a: newId() }),
  ),
  'organization.read': async ({ event }, cookie) => {
    const { data } = await graphql<{ asked: { id: string }[] }>(api.url, '{ asked: organizations { id } }', { cookie });
    return data.asked.some(({ id }) => id === event.organizationId);
  },
  'organization.change': ({ event }, cookie) =>
    granted(`mutation ($o: ID!, $n: String!) { asked: renameOrganization(id: $o, name: $n) ${onRefusal} }`, cookie, {
      o: event.organizationId,
      n: fresh('Organización'),
    }),
  'event.create': ({ event }, cookie) =>
    granted(
      `mutation ($o: ID!, $n: String!) {
         asked: createEventSeries(input: { organizationId: $o, name: $n, editionStyle: roman }) ${onRefusal} }`,
      cookie,
      { o: event.organizationId, n: fresh('Serie') },
    ),
  'people.read': ({ person }, cookie) =>
    granted('query ($p: ID!) { asked: person(id: $p) { id } }', cookie, { p: person.id }),
  'people.change': ({ person }, cookie) =>
    granted(
      `mutation ($p: ID!) { asked: updatePerson(id: $p, input: { givenNames: "Rosa", familyNames: "Mamani" }) ${onRefusal} }`,
      cookie,
      { p: person.id },
    ),
  'institutions.change': (_, cookie) =>
    granted(
      `mutation ($n: String!) { asked: createInstitution(input: { name: $n, kind: mancomunidad, country: "PE" }) ${onRefusal} }`,
      cookie,
      { n: fresh('Mancomunidad') },
    ),
  'organizations.change': (_, cookie) =>
    granted(`mutation ($n: String!) { asked: createOrganization(name: $n) ${onRefusal} }`, cookie, {
      n: fresh('Otra'),
    }),
  'accounts.change': (_, cookie) => granted('{ asked: staffAccounts { totalCount } }', cookie),
  'platform.operate': (_, cookie) => granted('{ asked: failedJobs { totalCount } }', cookie),
};

/** What the policy says of the same. */
function allowed(viewer: StaffViewer, operation: Operation, { event }: Target): boolean {
  const onOrganization = operation.startsWith('organization.') || operation.startsWith('people.');
  const where = onOrganization || operation === 'event.create' ? { organizationId: event.organizationId } : event.id;
  return may(viewer, operation, where);
}

describe('the policy, through HTTP', () => {
  it.each(Object.keys(tries) as Operation[])(
    '%s: each role, at its own event, another, another organisation',
    async (operation) => {
      const found: Asked = {};
      const wanted: Asked = {};
      for (const { name, staff, viewer } of holders) {
        for (const [place, target] of Object.entries(targets)) {
          wanted[`${name}, ${place}`] = allowed(viewer, operation, target);
          found[`${name}, ${place}`] = await tries[operation](target, staff.cookie);
        }
      }
      expect(found).toEqual(wanted);
    },
  );
});
