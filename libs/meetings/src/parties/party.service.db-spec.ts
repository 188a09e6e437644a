import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinkService } from '#identity';
import { isRefusal } from '#kernel';
import { PersonRepository, PersonService } from '#people';
import { NotAllowed, theSystem, UnitOfWork } from '#platform';
import { administrator, staffOf, testApp, type TestApp } from '#support';
import { aSession, aSpeaker } from '../../../../test/factories/agendas.js';
import {
  aBlock,
  aMeeting,
  aMeetingDay,
  aRequest,
  codeOf,
  contactOf,
  friday,
} from '../../../../test/factories/meetings.js';
import { anEvent, anInstitution, done } from '../../../../test/factories/delegations.js';
import { MeetingBlockService } from '../blocks/meeting-block.service.js';
import { MeetingRequestService } from '../requests/meeting-request.service.js';
import { SlotService } from '../slots/slot.service.js';
import { MeetingPartyService } from './meeting-party.service.js';
import { PartyAvailabilityService } from './party-availability.service.js';

describe('a meeting party', () => {
  let app: TestApp;
  let parties: MeetingPartyService;

  beforeAll(async () => {
    app = await testApp();
    parties = app.get(MeetingPartyService);
  });
  afterAll(() => app.close());

  const aPerson = async (givenNames = 'Wilber') =>
    done(await app.get(PersonService).create(theSystem, { givenNames, familyNames: 'Huamán Ccopa' }));
  const opened = async (linkId: string | null) => {
    const token = app
      .get(LinkService)
      .urlOf(linkId ?? '', 'meetings')
      .split('/')
      .at(-1)!;
    return app.get(LinkService).open(token, { language: 'es', requestId: 'test', purpose: 'meetings' });
  };

  it('is made once when its institution asks for it many times at once', async () => {
    const event = await anEvent(app);
    const institution = await anInstitution(app);
    const person = await aPerson();
    const join = () =>
      app.get(UnitOfWork).run((work) =>
        parties.partyForInstitution(work, administrator, {
          eventId: event.id,
          institutionId: institution.id,
          contactPersonId: person.id,
        }),
      );
    const made = await Promise.all(Array.from({ length: 8 }, join));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(new Set(made.map(({ linkId }) => linkId)).size).toBe(1);
  });

  it('is let in by organisers of its event alone', async () => {
    const event = await anEvent(app);
    const institution = await anInstitution(app);
    const person = await aPerson();
    for (const viewer of [staffOf(event.id, 'reader'), staffOf(institution.id)]) {
      await expect(parties.join(viewer, event.id, institution.id, person.id)).rejects.toThrow(NotAllowed);
    }
  });

  it('gets another contact, and the former one’s link opens nothing any more', async () => {
    const {
      parties: [party],
    } = await aMeetingDay(app, 1);
    const next = await aPerson('Yanet');
    const changed = await parties.changeContact(theSystem, party.id, next.id);
    expect(codeOf(await opened(party.linkId))).toBe('LINK_REVOKED');
    expect(await opened(changed.linkId)).toMatchObject({ kind: 'link', subjectId: party.id });
  });

  it('cannot meet while its contact speaks, and the refusal names the session', async () => {
    const {
      event,
      parties: [asks, host],
    } = await aMeetingDay(app, 2);
    const session = await aSession(app, event, { title: 'Fibra de alpaca', endsAt: `${friday}T09:30` });
    const contact = await app.get(PersonRepository).byId(host.contactPersonId);
    await aSpeaker(app, session, contact!);
    const request = await aRequest(app, asks, host);
    const refused = await app.get(MeetingRequestService).accept(contactOf(host), request.id, `${friday}T09:20`);
    expect(refused).toMatchObject({ code: 'SPEAKING_THEN', details: { party: host.name, session: 'Fibra de alpaca' } });
    const free = await app.get(SlotService).freeFor(contactOf(asks), asks.id, host.id);
    expect(free.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual([
      '14:40',
      '15:00',
      '15:20',
      '15:40',
    ]);
  });

  it('cannot keep a slot free in which it has a meeting', async () => {
    const {
      parties: [asks, host],
    } = await aMeetingDay(app, 2);
    await aMeeting(app, asks, host, '09:20');
    const availability = app.get(PartyAvailabilityService);
    const refused = await availability.setUnavailable(contactOf(host), host.id, [`${friday}T09:20`]);
    expect(refused).toMatchObject({
      code: 'AVAILABILITY_HAS_MEETING',
      details: { slot: '09:20 (20/06)', party: asks.name },
    });
    await expect(availability.setUnavailable(contactOf(asks), host.id, [])).rejects.toThrow(NotAllowed);
  });

  it('never both keeps a slot free and gets a meeting in it, however the two are timed', async () => {
    const {
      parties: [asks, host],
    } = await aMeetingDay(app, 2);
    const request = await aRequest(app, asks, host);
    const [accepted, kept] = await Promise.all([
      app.get(MeetingRequestService).accept(contactOf(host), request.id, `${friday}T09:20`),
      app.get(PartyAvailabilityService).setUnavailable(contactOf(asks), asks.id, [`${friday}T09:20`]),
    ]);
    expect([isRefusal(accepted), isRefusal(kept)].filter(Boolean).length).toBe(1);
  });
});

describe('a meeting block', () => {
  let app: TestApp;
  let blocks: MeetingBlockService;

  beforeAll(async () => {
    app = await testApp();
    blocks = app.get(MeetingBlockService);
  });
  afterAll(() => app.close());

  it('gets more tables, at which the next meetings are held', async () => {
    const { block, parties } = await aMeetingDay(app, 4, { tables: 1 });
    await aMeeting(app, parties[0], parties[1], '09:00');
    const request = await aRequest(app, parties[2], parties[3]);
    const accept = () => app.get(MeetingRequestService).accept(contactOf(parties[3]), request.id, `${friday}T09:00`);
    expect(codeOf(await accept())).toBe('NO_TABLE_FREE');
    await blocks.addTables(theSystem, block.id, 1);
    expect(await accept()).toMatchObject({ state: 'accepted' });
  });

  it('is closed while nobody has asked for a meeting in it', async () => {
    const event = await anEvent(app);
    const empty = await aBlock(app, event.id);
    expect(codeOf(await blocks.close(theSystem, empty.id))).toBeNull();
    const { block, parties } = await aMeetingDay(app, 2);
    await aMeeting(app, parties[0], parties[1], '09:00');
    expect(codeOf(await blocks.close(theSystem, block.id))).toBe('BLOCK_IN_USE');
  });
});
