import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NotAllowed, theSystem } from '#platform';
import { byLink, staffOf, testApp, testStart, type TestApp } from '#support';
import { aMeetingDay, aRequest, codeOf, contactOf, friday } from '../../../../test/factories/meetings.js';
import { BilateralMeeting } from '../bilateral/bilateral-meeting.entity.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { PartyAvailabilityService } from '../parties/party-availability.service.js';
import { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestService } from './meeting-request.service.js';
import { MeetingRequestSweep } from './meeting-request.sweep.js';

describe('a meeting request', () => {
  let app: TestApp;
  let requests: MeetingRequestService;
  let asks: MeetingParty;
  let cite: MeetingParty;
  let third: MeetingParty;

  beforeAll(async () => {
    app = await testApp();
    requests = app.get(MeetingRequestService);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set(testStart);
    const day = await aMeetingDay(app, 3);
    [asks, cite, third] = day.parties;
  });

  const stored = (id: string) => app.dataSource.getRepository(MeetingRequest).findOneByOrFail({ id });
  const meetingOf = (requestId: string) => app.dataSource.getRepository(BilateralMeeting).findOneBy({ requestId });
  const draft = (topic: string) => ({ eventId: asks.eventId, fromPartyId: asks.id, toPartyId: cite.id, topic });
  const eventsOf = async (id: string): Promise<string[]> => {
    const rows = await app.dataSource.query<{ event: string }[]>(
      "SELECT event FROM outbox WHERE facts->>'requestId' = $1 ORDER BY sequence",
      [id],
    );
    return rows.map(({ event }) => event);
  };

  it('waits for an answer for a week, with its texts in order', async () => {
    const answer = await requests.send(contactOf(asks), { ...draft('  Fibra\n de  alpaca '), message: ' Somos 12. ' });
    expect(answer).toMatchObject({ topic: 'Fibra de alpaca', message: 'Somos 12.', state: 'requested' });
    expect((answer as MeetingRequest).expiresAt).toEqual(new Date(testStart.getTime() + 7 * 86_400_000));
    expect(await eventsOf((answer as MeetingRequest).id)).toEqual(['MeetingRequested']);
  });

  it('is sent once, however often its form is', async () => {
    const send = () => requests.send(contactOf(asks), draft('Fibra'), 'form-key-0001');
    const answers = (await Promise.all([send(), send(), send()])) as MeetingRequest[];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await eventsOf(answers[0].id)).toEqual(['MeetingRequested']);
  });

  it('is refused while another between the two waits, whoever asked', async () => {
    await aRequest(app, asks, cite);
    const back = { ...draft('Tejido'), fromPartyId: cite.id, toPartyId: asks.id };
    expect(codeOf(await requests.send(contactOf(cite), back))).toBe('REQUEST_ALREADY_OPEN');
  });

  it('cannot be sent in the name of another party', async () => {
    await expect(requests.send(contactOf(third), draft('Fibra'))).rejects.toThrow(NotAllowed);
    await expect(requests.send(staffOf(asks.eventId, 'reader'), draft('Fibra'))).rejects.toThrow(NotAllowed);
  });

  it('accepted, becomes a meeting at the lowest table in the chosen slot', async () => {
    const request = await aRequest(app, asks, cite);
    const answer = await requests.accept(contactOf(cite), request.id, `${friday}T09:20`);
    expect(answer).toMatchObject({ state: 'accepted', answeredAt: testStart });
    const meeting = await meetingOf(request.id);
    expect(meeting).toMatchObject({ state: 'scheduled', startsAt: new Date('2025-06-20T14:20:00Z'), sequence: 0 });
    expect(await eventsOf(request.id)).toEqual(['MeetingRequested', 'MeetingRequestAccepted']);
  });

  it('accepted without a time, takes the preferred slot, or else the first free one', async () => {
    const preferred = await aRequest(app, asks, cite, '10:00');
    await requests.accept(contactOf(cite), preferred.id, null);
    const other = await aRequest(app, third, cite);
    await requests.accept(contactOf(cite), other.id, null);
    expect((await meetingOf(preferred.id))?.startsAt).toEqual(new Date('2025-06-20T15:00:00Z'));
    expect((await meetingOf(other.id))?.startsAt).toEqual(new Date('2025-06-20T14:00:00Z'));
  });

  it('accepted twice under one key, answers the same; under another, says that it was', async () => {
    const request = await aRequest(app, asks, cite);
    const accept = (key: string | null) => requests.accept(contactOf(cite), request.id, `${friday}T09:20`, key);
    expect(await accept('one-tap-0001')).toMatchObject({ state: 'accepted' });
    expect(await accept('one-tap-0001')).toMatchObject({ state: 'accepted' });
    expect(codeOf(await accept(null))).toBe('REQUEST_ALREADY_ACCEPTED');
  });

  it('cannot be accepted by the party that asked, nor by a stranger', async () => {
    const request = await aRequest(app, asks, cite);
    expect(codeOf(await requests.accept(contactOf(asks), request.id, null))).toBe('REQUEST_OF_OTHERS_TURN');
    await expect(requests.accept(contactOf(third), request.id, null)).rejects.toThrow(NotAllowed);
    const elsewhere = byLink({ purpose: 'delegation', eventId: cite.eventId, subjectId: cite.id });
    await expect(requests.accept(elsewhere, request.id, null)).rejects.toThrow(NotAllowed);
    expect((await stored(request.id)).state).toBe('requested');
  });

  it('is refused a slot in which a party has a meeting or keeps its time free', async () => {
    const first = await aRequest(app, asks, cite);
    await requests.accept(contactOf(cite), first.id, `${friday}T09:20`);
    await app.get(PartyAvailabilityService).setUnavailable(contactOf(third), third.id, [`${friday}T09:40`]);
    const second = await aRequest(app, third, cite);
    expect(await requests.accept(contactOf(cite), second.id, `${friday}T09:20`)).toMatchObject({
      code: 'SLOT_TAKEN',
      details: { slot: '09:20', party: cite.name, next: '10:00, 10:20, 10:40' },
    });
    expect(codeOf(await requests.accept(contactOf(cite), second.id, `${friday}T09:40`))).toBe('PARTY_BUSY');
    expect(await stored(second.id)).toMatchObject({ state: 'requested', answeredAt: null });
  });

  it('is refused a time that is no slot, or no time', async () => {
    const request = await aRequest(app, asks, cite);
    expect(codeOf(await requests.accept(contactOf(cite), request.id, `${friday}T09:25`))).toBe('SLOT_UNKNOWN');
    expect(codeOf(await requests.accept(contactOf(cite), request.id, 'mañana'))).toBe('TIME_DOES_NOT_EXIST');
  });

  it('declined, keeps the reason, and cannot be accepted after that', async () => {
    const request = await aRequest(app, asks, cite);
    await requests.decline(contactOf(cite), request.id, ' Ese tema lo ve otra dirección. ');
    expect(await stored(request.id)).toMatchObject({ state: 'declined', reason: 'Ese tema lo ve otra dirección.' });
    expect(codeOf(await requests.accept(contactOf(cite), request.id, null))).toBe('REQUEST_ALREADY_DECLINED');
  });

  it('answered with another time, is for the other party to answer, at that time only', async () => {
    const request = await aRequest(app, asks, cite);
    await requests.proposeAnotherTime(contactOf(cite), request.id, `${friday}T10:20`);
    expect(codeOf(await requests.accept(contactOf(cite), request.id, null))).toBe('REQUEST_OF_OTHERS_TURN');
    const bent = await requests.accept(contactOf(asks), request.id, `${friday}T09:00`);
    expect(codeOf(bent)).toBe('REQUEST_PROPOSED_SLOT_ONLY');
    await requests.proposeAnotherTime(contactOf(asks), request.id, `${friday}T10:40`);
    await requests.accept(contactOf(cite), request.id, null);
    expect((await meetingOf(request.id))?.startsAt).toEqual(new Date('2025-06-20T15:40:00Z'));
  });

  it('is withdrawn by the party that asked, and by no other', async () => {
    const request = await aRequest(app, asks, cite);
    await expect(requests.withdraw(contactOf(cite), request.id, '')).rejects.toThrow(NotAllowed);
    expect(await requests.withdraw(contactOf(asks), request.id, '')).toMatchObject({
      state: 'withdrawn',
      reason: null,
    });
    expect(codeOf(await requests.accept(contactOf(cite), request.id, null))).toBe('REQUEST_WITHDRAWN');
  });

  it('expires when its time is over, swept or not', async () => {
    const request = await aRequest(app, asks, cite);
    app.clock.set(request.expiresAt);
    expect(codeOf(await requests.accept(contactOf(cite), request.id, null))).toBe('REQUEST_EXPIRED');
    await app.get(MeetingRequestSweep).expireOverdue();
    expect((await stored(request.id)).state).toBe('expired');
    expect(await eventsOf(request.id)).toEqual(['MeetingRequested', 'MeetingRequestExpired']);
  });

  it('pending, blocks nobody: the slot that it prefers is free to others', async () => {
    await aRequest(app, asks, cite, '09:00');
    const other = await aRequest(app, third, cite, '09:00');
    expect(await requests.accept(contactOf(cite), other.id, null)).toMatchObject({ state: 'accepted' });
  });

  it('may be answered by an organiser for the party, and every answer is on record', async () => {
    const request = await aRequest(app, asks, cite);
    expect(await requests.accept(theSystem, request.id, `${friday}T10:00`)).toMatchObject({ state: 'accepted' });
    const audit = await app.dataSource.query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY recorded_at, action DESC',
      [request.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['sendMeetingRequest', 'acceptMeetingRequest']);
  });
});
