import { isRefusal } from '#kernel';
import { MeetingRequestService } from '#meetings';
import { PersonService } from '#people';
import { buildSchema, classOf, personalFieldsOf, theSystem, type EventRole } from '#platform';
import { graphql, signedIn, testApi, type TestApi } from '#support';
import { getNamedType, isObjectType, isScalarType } from 'graphql';
import { anEvent } from '../factories/delegations.js';
import { aMeetingDay, contactOf } from '../factories/meetings.js';

/**
 * Personal data that leaves by a field nobody thought of: at cal.com bookings told e-mail addresses and metadata of guests to strangers
 * (January 2026), in pretix an endpoint of check-ins told the scans of events that were not asked for (CVE-2026-5600).
 */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** Of members of staff, told to those they work with: it is how a role is given. */
const colleagues = new Set(['StaffAccount.email', 'StaffRole.email', 'MyAccount.email', 'Found.email']);

const personal =
  /(^|_)(e_?mail|phone|document_number|to_address|token_hash|code_hash|password_hash|secret|message|reason|words|answer|notes?|remarks?|comments?|briefing|response)$/;

/** What people wrote freely, and what servers answered; the product's own words are neither. */
const ownWords = new Set(['Refusal.message', 'idempotency_key.answer']);
const isFree = (name: string): boolean =>
  /\.(message|reason|words|answer|notes?|.*[rR]esponse)$/.test(name) && !ownWords.has(name);

describe('every column that holds personal data or a secret', () => {
  it('says of which class it is', () => {
    const columns = api.dataSource.entityMetadatas.flatMap(({ target, tableName, columns: all }) =>
      all.map((column) => ({ target, name: `${tableName}.${column.databaseName}`, property: column.propertyName })),
    );
    const unclassed = columns.filter(
      ({ target, name, property }) =>
        personal.test(name.split('.')[1]) &&
        !ownWords.has(name) &&
        classOf(target as abstract new () => object, property) === null,
    );
    expect(unclassed.map(({ name }) => name)).toEqual([]);
    expect(
      columns.filter(({ target, property }) => classOf(target as abstract new () => object, property)).length,
    ).toBeGreaterThan(15);
  });
});

describe('every field of the API that shows a person’s address or phone, or what people wrote freely', () => {
  it('is bound to its class, whatever type embeds the person', async () => {
    const schema = await buildSchema();
    const bound = new Set(personalFieldsOf(schema).map(({ name }) => name));
    const shown = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          isScalarType(getNamedType(field.type)) ? [`${type.name}.${field.name}`] : [],
        ),
      )
      .filter((name) => /\.(email|phone|toAddress|documentNumber|.*[hH]ash|password)$/.test(name) || isFree(name));
    expect(shown.filter((name) => !bound.has(name) && !colleagues.has(name))).toEqual([]);
    expect([...bound].sort()).toEqual([
      'BilateralMeeting.reason',
      'DeliveryEvent.response',
      'MeetingRequest.message',
      'MeetingRequest.reason',
      'Message.lastResponse',
      'Message.toAddress',
      'Person.email',
      'Person.phone',
      'PrivacyRequest.answer',
      'PrivacyRequest.words',
      'RegisteredPerson.email',
      'RegisteredPerson.phone',
      'Suppression.reason',
    ]);
  });

  it('is masked for a reader of the event, and told to its organiser', async () => {
    const [{ id: eventId }] = [await anEvent(api)];
    const person = await api.get(PersonService).create(theSystem, {
      givenNames: 'Rosa',
      familyNames: 'Quispe',
      email: 'rosa@muni.example',
      phone: '+51 987 654 321',
    });
    if (isRefusal(person)) throw new Error(person.code);
    const read = async (role: 'reader' | 'organiser') => {
      const { cookie } = await signedIn(api, { roles: { [eventId]: role } });
      const query = 'query ($id: ID!) { person(id: $id) { email phone } }';
      return (await graphql<{ person: unknown }>(api.url, query, { cookie, variables: { id: person.id } })).data.person;
    };
    expect([await read('reader'), await read('organiser')]).toEqual([
      { email: 'r***@muni.example', phone: '****4321' },
      { email: 'rosa@muni.example', phone: '+51 987 654 321' },
    ]);
  });

  it('masks the briefing of a meeting and why it was declined for whoever may not read notes at that event', async () => {
    const { event, parties } = await aMeetingDay(api, 2);
    const [from, to] = parties;
    const said = 'Ayuda memoria: la señora Condori cuida a su madre enferma.';
    const draft = { eventId: event.id, fromPartyId: from.id, toPartyId: to.id, topic: 'Fibra', message: said };
    const sent = await api.get(MeetingRequestService).send(contactOf(from), { ...draft, preferredStartsAt: null });
    if (isRefusal(sent)) throw new Error(sent.code);
    const other = await anEvent(api);
    const read = async (roles: Readonly<Record<string, EventRole>>) => {
      const { cookie } = await signedIn(api, { roles });
      const query = `query ($id: ID!) { meetingRequests(eventId: $id, first: 5) { edges { node { id topic message } } } }`;
      type Answer = { meetingRequests: { edges: { node: { id: string; topic: string; message: string } }[] } };
      const { data } = await graphql<Answer>(api.url, query, { cookie, variables: { id: event.id } });
      return data.meetingRequests.edges.find(({ node }) => node.id === sent.id)?.node.message;
    };
    expect(await read({ [event.id]: 'organiser' })).toBe(said);
    expect(await read({ [event.id]: 'communications' })).toBe('****');
    expect(await read({ [event.id]: 'reader' })).toBe('****');
    expect(await read({ [event.id]: 'reader', [other.id]: 'organiser' })).toBe('****');
  });
});
