import { SessionService, SpeakerService, ThematicBlockService } from '#agenda';
import { EventOrganizerService, EventSeriesService, EventService, RoomService, VenueService } from '#events';
import { RoleService } from '#identity';
import { newId } from '#kernel';
import { BilateralMeeting, MeetingBlockService, MeetingPartyService, MeetingRequestService } from '#meetings';
import { PersonService, PositionService } from '#people';
import { theSystem } from '#platform';
import { DelegationService, InvitationService, RegisterService } from '#registrations';
import type { TestApi } from '../support/app.js';
import { signedIn } from '../support/sign-in.js';
import { anInstitution, done } from './delegations.js';
import { contactOf } from './meetings.js';

/** The rows of one organisation with one event: an id of each kind, and of some kinds a second one. */
export type World = Readonly<Record<string, string>>;

const friday = '2025-06-20';

/** Everything that an event holds, in an organisation that is there. The mark stands in the names of what it holds. */
export async function aWorld(api: TestApi, organizationId: string, mark = 'Propia'): Promise<World> {
  const place = await aPlace(api, organizationId, mark);
  const people = await twoPeople(api, organizationId, mark);
  const agenda = await anAgenda(api, place, people);
  const institutionId = people['Institution'];
  const guests = await theGuests(api, place['Event'], institutionId, people['Person']);
  const meetings = await theMeetings(api, place['Event'], people);
  const office = await theOffice(api, { organizationId, eventId: place['Event'], personId: people['Person'] });
  return { Organization: organizationId, ...place, ...people, ...agenda, ...guests, ...meetings, ...office };
}

async function aPlace(api: TestApi, organizationId: string, mark: string): Promise<World> {
  const name = `Encuentro ${mark} ${newId().slice(0, 8)}`;
  const series = done(
    await api.get(EventSeriesService).create(theSystem, { organizationId, name, editionStyle: 'roman' }),
  );
  const days = { startsOn: friday, endsOn: '2025-06-21', zone: 'America/Lima', country: 'PE', city: 'Cusco' };
  const event = done(await api.get(EventService).create(theSystem, { seriesId: series.id, editionNumber: 2, ...days }));
  const local = { eventId: event.id, name: `Local ${mark}`, address: 'Av. de la Cultura 733' };
  const venue = done(await api.get(VenueService).add(theSystem, local));
  const room = done(
    await api.get(RoomService).add(theSystem, { venueId: venue.id, name: `Sala ${mark}`, capacity: 60 }),
  );
  return { EventSeries: series.id, Event: event.id, Venue: venue.id, Room: room.id };
}

async function twoPeople(api: TestApi, organizationId: string, mark: string): Promise<World> {
  const [institution, other] = [await anInstitution(api), await anInstitution(api)];
  const person = async (givenNames: string) =>
    done(
      await api.get(PersonService).create(theSystem, {
        givenNames,
        familyNames: `Quispe ${mark}`,
        organizationId,
        email: `${newId()}@muni.example`,
      }),
    );
  const [one, two] = [await person('Rosa'), await person('Julián')];
  const title = { institutionId: institution.id, title: 'Alcaldesa', startsOn: '2023-01-01' };
  const position = done(await api.get(PositionService).create(theSystem, { personId: one.id, ...title }));
  return {
    Institution: institution.id,
    OtherInstitution: other.id,
    Person: one.id,
    OtherPerson: two.id,
    Position: position.id,
  };
}

async function anAgenda(api: TestApi, place: World, people: World): Promise<World> {
  const [eventId, personId, positionId] = [place['Event'], people['Person'], people['Position']];
  const organiser = { eventId, institutionId: people['Institution'], role: 'organiser' } as const;
  const organizers = done(await api.get(EventOrganizerService).add(theSystem, organiser));
  const theme = { eventId, name: 'Agua', colour: 'green' } as const;
  const block = done(await api.get(ThematicBlockService).add(theSystem, theme));
  const times = { startsAt: `${friday}T09:00`, endsAt: `${friday}T10:00` };
  const talk = { eventId, kind: 'talk', title: 'Agua segura', roomId: place['Room'], blockId: block.id } as const;
  const session = done(await api.get(SessionService).create(theSystem, { ...talk, ...times }));
  const speaker = { sessionId: session.id, personId, positionId, role: 'ponente' } as const;
  const { id } = done(await api.get(SpeakerService).add(theSystem, speaker));
  return { EventOrganizer: organizers[0].id, ThematicBlock: block.id, Session: session.id, Speaker: id };
}

async function theGuests(api: TestApi, eventId: string, institutionId: string, personId: string): Promise<World> {
  const draft = { eventId, institutionId, quota: 5, needsReview: true };
  const { id } = done(await api.get(DelegationService).create(theSystem, draft));
  const delegation = done(await api.get(DelegationService).open(theSystem, id));
  const people = [{ givenNames: 'Nélida', familyNames: 'Ticona', positionTitle: 'Regidora' }];
  const { done: rows } = await api.get(RegisterService).register(theSystem, { delegationId: id, people });
  const topic = [{ personId, topic: 'Agua segura' }];
  const { done: invitations } = await api.get(InvitationService).inviteSpeakers(theSystem, eventId, topic);
  return { Delegation: delegation.id, Registration: rows[0].id, Invitation: invitations[0].id };
}

async function theMeetings(api: TestApi, eventId: string, people: World): Promise<World> {
  const times = { startsAt: `${friday}T14:00`, endsAt: `${friday}T16:00`, slotMinutes: 20, breakMinutes: 0 };
  const block = done(
    await api.get(MeetingBlockService).open(theSystem, { eventId, name: 'Viernes', tables: 3, ...times }),
  );
  const join = async (institution: string, person: string) =>
    done(await api.get(MeetingPartyService).join(theSystem, eventId, people[institution], people[person]));
  const [from, to] = [await join('Institution', 'Person'), await join('OtherInstitution', 'OtherPerson')];
  const ask = async () => {
    const draft = { eventId, fromPartyId: from.id, toPartyId: to.id, topic: 'Fibra de alpaca' };
    return done(await api.get(MeetingRequestService).send(contactOf(from), draft));
  };
  const accepted = await ask();
  done(await api.get(MeetingRequestService).accept(contactOf(to), accepted.id, `${friday}T14:00`));
  const meeting = await api.dataSource.getRepository(BilateralMeeting).findOneByOrFail({ requestId: accepted.id });
  const waiting = await ask();
  const rows = { MeetingBlock: block.id, MeetingParty: from.id, OtherMeetingParty: to.id };
  return { ...rows, MeetingRequest: waiting.id, BilateralMeeting: meeting.id };
}

interface Desk {
  readonly organizationId: string;
  readonly eventId: string;
  readonly personId: string;
}

/** What organisers keep beside it: a colleague with a way in, a key of a program, a mail in doubt, a file read, somebody's question. */
async function theOffice(api: TestApi, { organizationId, eventId, personId }: Desk): Promise<World> {
  const colleague = await signedIn(api, { roles: { [eventId]: 'organiser' } });
  const { accountId } = colleague;
  done(await api.get(RoleService).give(theSystem, { organizationId }, colleague.email, 'reader'));
  const [now, later] = [api.clock.now(), new Date(api.clock.now().getTime() + 86_400_000)];
  const { manager } = api.dataSource;
  const put = async (entity: string, row: object): Promise<string> => {
    const id = newId();
    await manager.insert(entity, { id, ...row });
    return id;
  };
  const [session] = await manager.query<{ id: string }[]>('SELECT id FROM staff_session WHERE account_id = $1', [
    accountId,
  ]);
  const key = { organizationId, eventId: null, operations: 'read', name: 'Página', tokenHash: newId() };
  const file = {
    kind: 'persons',
    state: 'read',
    accountId,
    organizationId,
    fileName: 'personas.csv',
    fileHash: newId(),
  };
  const counts = { rowCount: 0, faultyCount: 0, knownCount: 0, ignored: [], headingFaults: [], created: [] };
  const device = { accountId, credentialId: newId(), publicKey: Buffer.from('0'), counter: '0', transports: [] };
  const mail = { fromName: 'Tinkuy', toName: 'Rosa', toAddress: `${newId()}@muni.example`, language: 'es' };
  const text = { mail: 'invitation', policy: 'at_least_once', subject: 'Aviso', html: '<p></p>', text: '' };
  const asked = { kind: 'access', words: 'Quiero una copia.', state: 'open', dueOn: '2025-07-01' };
  const question = { purpose: 'register', accountId, challenge: newId(), expiresAt: later };
  const message = { ...mail, ...text, dedupeKey: newId(), messageId: newId(), state: 'failed' };
  return {
    Account: accountId,
    /** Of the colleague, whose own session, passkey and file these are. */
    cookie: colleague.cookie,
    StaffSession: session.id,
    ApiKey: await put('ApiKey', { ...key, createdById: accountId, createdAt: now, expiresAt: later }),
    Import: await put('ImportBatch', { ...file, ...counts, createdAt: now, expiresAt: later }),
    Passkey: await put('Passkey', { ...device, name: 'Portátil', isBackedUp: false, createdAt: now }),
    SignInChallenge: await put('SignInChallenge', question),
    Message: await put('Message', { eventId, personId, ...message, queuedAt: now }),
    PrivacyRequest: await put('PrivacyRequest', { personId, ...asked, requestedAt: now }),
    Job: await aFailedJob(api),
  };
}

async function aFailedJob(api: TestApi): Promise<string> {
  const { manager } = api.dataSource;
  const [{ id: outboxId }] = await manager.query<{ id: string }[]>('SELECT id FROM outbox LIMIT 1');
  const id = `${outboxId}.${newId()}`;
  await manager.insert('JobRow', { id, outboxId, name: 'deliver', state: 'failed', endedAt: api.clock.now() });
  return id;
}
