import { LinkService } from '#identity';
import type { LinkPurpose } from '#platform';
import { graphql, signedIn, type SignedInStaff } from '#support';
import PostalMime from 'postal-mime';
import { aDelegation, anEvent } from '../factories/delegations.js';
import { GuestStage } from '../factories/guests.js';
import { aBlock } from '../factories/meetings.js';
import { post, visit } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

/**
 * Stored texts that become markup: the title of an event closed the script with its structured data at Hi.Events (CVE-2026-60119); the
 * label of a question ran at cal.com (CVE-2024-58355), the names of contents in the dialogs of Indico (CVE-2023-37901), the texts of
 * mails in the settings of pretix (CVE-2024-8113), the description of an event at alf.io (CVE-2023-0301).
 */
let stage: GuestStage;
let staff: SignedInStaff;
let eventId: string;
let pages: Record<string, string>;

/** What somebody hostile writes into the field: it leaves an attribute, opens an element, closes a script. */
const hostile = (field: string): string => `${field}"'><svg onload=alert(1)></script><!--`;

interface Made {
  readonly id: string;
  readonly code?: string;
}

/** Does it through the API as staff, and fails where it is refused: each of these texts is taken as it stands. */
async function made(mutation: string, input: unknown, type: string, link?: string): Promise<Made> {
  const query = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { ... on Refusal { code field } __typename
    ... on ${kinds[mutation]} { id } } }`;
  const who = link ? { link } : { cookie: staff.cookie };
  const { data, errors } = await graphql<{ made: Made } | null>(stage.api.url, query, { ...who, variables: { input } });
  if (!data?.made.id) throw new Error(`${mutation}: ${JSON.stringify({ data, errors })}`);
  return data.made;
}

const kinds: Readonly<Record<string, string>> = {
  createInstitution: 'Institution',
  createPerson: 'Person',
  createPosition: 'Position',
  addVenue: 'Venue',
  addRoom: 'Room',
  addThematicBlock: 'ThematicBlock',
  createSession: 'Session',
  addSpeaker: 'Speaker',
  sendMeetingRequest: 'MeetingRequest',
};

async function done(query: string, variables: Record<string, unknown>, link?: string): Promise<void> {
  const who = link ? { link } : { cookie: staff.cookie };
  const answer = await graphql(stage.api.url, query, { ...who, variables });
  const text = JSON.stringify(answer.data);
  if (answer.errors || text.includes('"code"')) throw new Error(`${query}: ${text} ${JSON.stringify(answer.errors)}`);
}

async function anAgenda(): Promise<void> {
  const change = `mutation ($id: ID!, $input: EventChangeInput!) { updateEvent(id: $id, input: $input) { ... on Refusal { code } } }`;
  await done(change, { id: eventId, input: { name: hostile('evento'), city: hostile('ciudad') } });
  const institution = {
    name: hostile('organizadora'),
    shortName: hostile('sigla'),
    kind: 'mancomunidad',
    country: 'PE',
  };
  const { id: institutionId } = await made('createInstitution', institution, 'InstitutionInput');
  const name = `mutation ($input: EventOrganizerInput!) { addEventOrganizer(input: $input) { ... on Refusal { code } } }`;
  await done(name, { input: { eventId, institutionId, role: 'organiser' } });
  const place = { eventId, name: hostile('local'), address: hostile('direccion') };
  const { id: venueId } = await made('addVenue', place, 'VenueInput');
  const { id: roomId } = await made('addRoom', { venueId, name: hostile('sala'), capacity: 40 }, 'RoomInput');
  const block = { eventId, name: hostile('bloque'), colour: 'terracotta' };
  const { id: blockId } = await made('addThematicBlock', { ...block, colour: await aColour() }, 'ThematicBlockInput');
  const times = { startsAt: '2025-06-20T09:00', endsAt: '2025-06-20T10:00', kind: 'talk', roomId, blockId };
  const session = { eventId, title: hostile('sesion'), summary: hostile('resumen'), ...times };
  const { id: sessionId } = await made('createSession', session, 'SessionInput');
  const person = { givenNames: hostile('nombres'), familyNames: hostile('apellidos') };
  const { id: personId } = await made('createPerson', person, 'PersonInput');
  const position = { personId, institutionId, title: hostile('cargo'), startsOn: '2023-01-01' };
  const { id: positionId } = await made('createPosition', position, 'PositionInput');
  await made('addSpeaker', { sessionId, personId, positionId, role: 'ponente' }, 'SpeakerInput');
  await done('mutation ($id: ID!) { publishEvent(id: $id) { ... on Refusal { code } } }', { id: eventId });
  await done('mutation ($id: ID!) { publishAgenda(eventId: $id) { ... on Refusal { code } } }', { id: eventId });
}

async function aColour(): Promise<string> {
  const query = '{ __type(name: "BlockColour") { enumValues { name } } }';
  type Answer = { __type: { enumValues: { name: string }[] } };
  return (await graphql<Answer>(stage.api.url, query, { cookie: staff.cookie })).data.__type.enumValues[0].name;
}

const pathOf = (linkId: string, purpose: LinkPurpose): string =>
  new URL(stage.api.get(LinkService).urlOf(linkId, purpose)).pathname;

/** A party of an institution and a contact with hostile names; its link's path and its id. */
async function party(name: string) {
  const institution = { name: hostile(name), kind: 'mancomunidad', country: 'PE' };
  const { id: institutionId } = await made('createInstitution', institution, 'InstitutionInput');
  const contact = { givenNames: hostile('contacto'), familyNames: 'Quispe', email: `${name}@muni.example` };
  const { id: contactPersonId } = await made('createPerson', contact, 'PersonInput');
  const join = `mutation ($eventId: ID!, $institutionId: ID!, $contactPersonId: ID!) {
    joinMeetings(eventId: $eventId, institutionId: $institutionId, contactPersonId: $contactPersonId) { ... on Refusal { code } } }`;
  await done(join, { eventId, institutionId, contactPersonId });
  const [row] = await stage.api.dataSource.query<{ id: string; link_id: string }[]>(
    'SELECT id, link_id FROM meeting_party WHERE institution_id = $1',
    [institutionId],
  );
  const path = pathOf(row.link_id, 'meetings');
  return { id: row.id, path, token: path.split('/').at(-1) ?? '' };
}

async function aConversation(): Promise<{ asks: string; cite: string }> {
  await aBlock(stage.api, eventId);
  const [asks, cite] = [await party('pide'), await party('cita')];
  const words = { topic: hostile('tema'), message: hostile('mensaje') };
  const input = { eventId, fromPartyId: asks.id, toPartyId: cite.id, ...words };
  await made('sendMeetingRequest', input, 'MeetingRequestInput', asks.token);
  return { asks: asks.path, cite: cite.path };
}

async function aRoster(): Promise<string> {
  const delegation = await aDelegation(stage.api, { eventId, quota: 4 });
  const path = pathOf(delegation.linkId ?? '', 'delegation');
  const person = { givenNames: hostile('registrada'), familyNames: 'Quispe', positionTitle: hostile('funcion') };
  const fields = Object.entries(person).map(([name, text]) => [`people.0.${name}`, text]);
  const sent = await post(stage.api.url, path, {
    do: 'agregar',
    ...(Object.fromEntries(fields) as Record<string, string>),
  });
  if (sent.status !== 303) throw new Error(`The form was refused: ${sent.status}`);
  return path;
}

beforeAll(async () => {
  stage = await GuestStage.start();
  eventId = (await anEvent(stage.api)).id;
  staff = await signedIn(stage.api, { isAdministrator: true });
  await anAgenda();
  const { asks, cite } = await aConversation();
  const [{ slug }] = await stage.api.dataSource.query<{ slug: string }[]>('SELECT slug FROM event WHERE id = $1', [
    eventId,
  ]);
  pages = { list: '/', event: `/e/${slug}`, asks, cite, roster: await aRoster() };
}, 90_000);
afterAll(() => stage.stop());

/** The fields whose hostile text stands somewhere in the page as text, and those that got out of it. */
function judged(html: string): { shown: string[]; escaped: boolean } {
  const shown = new Set([...html.matchAll(/([a-z]+)&quot;/g)].map(([, field]) => field));
  const escaped = !/<svg onload|<!--|[a-z]"'>/.test(html) && !/<script(?![^>]* src=)[^>]*>/.test(html);
  return { shown: [...shown], escaped };
}

describe('a hostile text', () => {
  it.each([
    ['list', ['evento', 'ciudad']],
    ['event', ['evento', 'ciudad', 'organizadora', 'sala', 'bloque', 'sesion', 'nombres', 'apellidos', 'cargo']],
    ['asks', ['cita', 'tema']],
    ['cite', ['pide', 'tema', 'mensaje']],
    ['roster', ['registrada', 'funcion', 'evento']],
  ])('is text on the page of %s, in both languages', async (name, fields) => {
    for (const language of ['es', 'en']) {
      const { status, html } = await visit(stage.api.url, `${pages[name]}?lang=${language}`);
      const { shown, escaped } = judged(html);
      expect({ status, escaped, unseen: fields.filter((field) => !shown.includes(field)) }).toEqual({
        status: 200,
        escaped: true,
        unseen: [],
      });
    }
  });

  it('is text where an address brings it: no query of a public page comes back as markup', async () => {
    const text = encodeURIComponent(hostile('eco'));
    const names = [
      'lang',
      'buscar',
      'con',
      'reunion',
      'hecho',
      'persona',
      'bloque',
      'to',
      'volver',
      'pedido',
      'codigo',
      'enviado',
    ];
    const paths = [
      ...Object.values(pages),
      '/entrar',
      '/entrar/olvido',
      '/mi/entrar',
      '/mi/codigo',
      '/mi/enlace-perdido',
      '/no-hay',
    ];
    const broken: string[] = [];
    for (const path of paths) {
      for (const name of names) {
        const { status, html } = await visit(stage.api.url, `${path}?${name}=${text}`, new CookieJar());
        if (status >= 500 || !judged(html).escaped) broken.push(`${path} ${name} ${status}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('is text in a form that comes back with what was typed', async () => {
    const fields = { do: 'agregar', 'people.0.givenNames': hostile('vuelve'), 'people.0.email': hostile('correo') };
    const { status, html } = await post(stage.api.url, pages['roster'], fields);
    const { shown, escaped } = judged(html);
    expect([status, escaped, shown.includes('vuelve')]).toEqual([422, true, true]);
  });

  it('is text in the mails that carry it', async () => {
    await stage.person('nadie@muni.example');
    const mails = await Promise.all(stage.sink.mails.map(({ raw }) => PostalMime.parse(raw)));
    const bodies = mails.map(({ html }) => html ?? '');
    expect(bodies.filter((html) => /<svg onload|[a-z]"'>/.test(html))).toEqual([]);
    expect(bodies.some((html) => html.includes('&lt;svg onload'))).toBe(true);
  });

  it('would be seen, if it stood in a page as it was written', () => {
    expect(judged(`<p>${hostile('evento')}</p>`).escaped).toBe(false);
    expect(judged(`<script type="application/ld+json">{}</script>`).escaped).toBe(false);
  });
});
