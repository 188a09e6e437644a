import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { NotAllowed, theSystem } from '#platform';
import { staffOf, testApp, testStart, type TestApp } from '#support';
import { aMeeting, aMeetingDay, aRequest, codeOf, contactOf, friday } from '../../../../test/factories/meetings.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { MeetingRequestService } from '../requests/meeting-request.service.js';
import { BilateralMeeting } from './bilateral-meeting.entity.js';
import { BilateralMeetingService } from './bilateral-meeting.service.js';

describe('a bilateral meeting', () => {
  let app: TestApp;
  let meetings: BilateralMeetingService;
  let asks: MeetingParty;
  let cite: MeetingParty;
  let third: MeetingParty;
  let fourth: MeetingParty;

  beforeAll(async () => {
    app = await testApp();
    meetings = app.get(BilateralMeetingService);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set(testStart);
    const day = await aMeetingDay(app, 4, { tables: 2 });
    [asks, cite, third, fourth] = day.parties;
  });

  const stored = (id: string) => app.dataSource.getRepository(BilateralMeeting).findOneByOrFail({ id });
  const remindersOf = (id: string) =>
    app.dataSource.query<{ state: string; at: string }[]>(
      `SELECT state, to_char(due_at AT TIME ZONE 'America/Lima', 'DD HH24:MI') AS at FROM reminder
       WHERE subject_id = $1 ORDER BY due_at`,
      [id],
    );

  it('is reminded of a day and an hour before it starts', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    expect(await remindersOf(meeting.id)).toEqual([
      { state: 'scheduled', at: '19 09:20' },
      { state: 'scheduled', at: '20 08:20' },
    ]);
  });

  it('moves with its UID, the next SEQUENCE, its table and its reminders', async () => {
    const before = await aMeeting(app, asks, cite, '09:20');
    await meetings.reschedule(theSystem, before.id, `${friday}T10:40`);
    const after = await stored(before.id);
    expect(after).toEqual({
      ...before,
      startsAt: new Date('2025-06-20T15:40:00Z'),
      endsAt: new Date('2025-06-20T16:00:00Z'),
      sequence: 1,
      version: 2,
    });
    expect(await remindersOf(before.id)).toEqual([
      { state: 'moved', at: '19 09:20' },
      { state: 'scheduled', at: '19 10:40' },
      { state: 'moved', at: '20 08:20' },
      { state: 'scheduled', at: '20 09:40' },
    ]);
  });

  it('leaves its old slot free to others when it moves', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    await meetings.reschedule(contactOf(asks), meeting.id, `${friday}T10:40`);
    expect((await aMeeting(app, third, cite, '09:20')).state).toBe('scheduled');
  });

  it('cannot move to where a party is busy, nor where no table is left, and stays', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    await aMeeting(app, third, cite, '09:40');
    const busy = await meetings.reschedule(theSystem, meeting.id, `${friday}T09:40`);
    expect(busy).toMatchObject({ code: 'SLOT_TAKEN', details: { party: cite.name, next: '10:00, 10:20, 10:40' } });
    const day = await aMeetingDay(app, 4, { tables: 1 });
    const [a, b, c, d] = day.parties;
    await aMeeting(app, a, b, '09:00');
    const other = await aMeeting(app, c, d, '09:20');
    expect(codeOf(await meetings.reschedule(theSystem, other.id, `${friday}T09:00`))).toBe('NO_TABLE_FREE');
    expect((await stored(meeting.id)).sequence).toBe(0);
  });

  it('is not moved by whoever saw an older version', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    await meetings.reschedule(contactOf(asks), meeting.id, `${friday}T10:00`, { seenVersion: 1 });
    const late = await meetings.reschedule(contactOf(cite), meeting.id, `${friday}T10:20`, { seenVersion: 1 });
    expect(late).toMatchObject({ code: 'MEETING_CHANGED', details: { seen: 1, current: 2, slot: '10:00' } });
  });

  it('cancelled, gives table and time back, drops its reminders and keeps who and why', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    await meetings.cancel(contactOf(asks), meeting.id, ' Cambió\nel vuelo ');
    const cancelled = {
      state: 'cancelled',
      cancelledBy: 'party',
      cancelledByPartyId: asks.id,
      reason: 'Cambió el vuelo',
    };
    expect(await stored(meeting.id)).toMatchObject({ ...cancelled, sequence: 1, calendarUid: meeting.calendarUid });
    expect((await remindersOf(meeting.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await aMeeting(app, third, cite, '09:20')).tableId).toBe(meeting.tableId);
  });

  it('is cancelled once under one key, and with a reason', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    const cancel = (reason: string, key: string | null = null) =>
      meetings.cancel(theSystem, meeting.id, reason, { key });
    expect(codeOf(await cancel('  '))).toBe('MEETING_REASON_MISSING');
    expect(await cancel('Sin sala', 'one-tap-0002')).toMatchObject({ state: 'cancelled', cancelledBy: 'organiser' });
    expect(await cancel('Sin sala', 'one-tap-0002')).toMatchObject({ state: 'cancelled', sequence: 1 });
    expect(codeOf(await cancel('Sin sala'))).toBe('MEETING_ALREADY_CANCELLED');
  });

  it('can be neither moved nor cancelled once it has begun; then its outcome is noted', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    expect(codeOf(await meetings.markHeld(contactOf(cite), meeting.id))).toBe('MEETING_NOT_BEGUN');
    app.clock.set(meeting.startsAt);
    expect(codeOf(await meetings.cancel(theSystem, meeting.id, 'Tarde'))).toBe('MEETING_HAS_BEGUN');
    expect(codeOf(await meetings.reschedule(theSystem, meeting.id, `${friday}T10:40`))).toBe('MEETING_HAS_BEGUN');
    expect(await meetings.markHeld(contactOf(cite), meeting.id)).toMatchObject({ state: 'held' });
    expect(codeOf(await meetings.markNoShow(theSystem, meeting.id, asks.id))).toBe('MEETING_ALREADY_CLOSED');
  });

  it('leaves each change on the audit trail, with what was before', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    await meetings.reschedule(contactOf(asks), meeting.id, `${friday}T10:00`);
    await meetings.cancel(theSystem, meeting.id, 'Sin sala');
    const trail = await app.dataSource.query(
      `SELECT action, actor_kind AS actor, before->>'startsAt' AS "from", after->>'state' AS state
       FROM audit_entry WHERE subject_id = $1 ORDER BY action DESC`,
      [meeting.id],
    );
    expect(trail).toEqual([
      { action: 'rescheduleMeeting', actor: 'link', from: '2025-06-20T14:20:00.000Z', state: 'scheduled' },
      { action: 'cancelMeeting', actor: 'system', from: '2025-06-20T15:00:00.000Z', state: 'cancelled' },
    ]);
  });

  it('notes which party did not come', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    app.clock.set(meeting.endsAt);
    expect(await meetings.markNoShow(theSystem, meeting.id, asks.id)).toMatchObject({
      state: 'no_show',
      noShowPartyId: asks.id,
    });
  });

  it('is for its parties and organisers of its event alone', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    for (const stranger of [contactOf(third), staffOf(third.id), staffOf(asks.eventId, 'reader')]) {
      await expect(meetings.cancel(stranger, meeting.id, 'No')).rejects.toThrow(NotAllowed);
      await expect(meetings.reschedule(stranger, meeting.id, `${friday}T10:00`)).rejects.toThrow(NotAllowed);
    }
  });

  it('and another that want each other’s slots are moved one after the other, without a deadlock', async () => {
    const one = await aMeeting(app, asks, cite, '09:00');
    const other = await aMeeting(app, third, fourth, '09:20');
    const moves = await Promise.all(
      [0, 1, 2, 3].flatMap(() => [
        meetings.reschedule(theSystem, one.id, `${friday}T09:20`),
        meetings.reschedule(theSystem, other.id, `${friday}T09:00`),
        meetings.reschedule(theSystem, one.id, `${friday}T09:00`),
        meetings.reschedule(theSystem, other.id, `${friday}T09:20`),
      ]),
    );
    const codes = new Set(moves.filter((move) => isRefusal(move)).map((move) => codeOf(move)));
    expect([...codes].filter((code) => code !== 'MEETING_ALREADY_THERE')).toEqual([]);
  });

  it('never loses or doubles a slot while meetings are added, moved and cancelled at once', async () => {
    const { event, parties } = await aMeetingDay(app, 8, { tables: 2 });
    const requests = app.get(MeetingRequestService);
    const verbs: Promise<unknown>[] = [];
    const slots = ['09:00', '09:20', '09:40'];
    const standing = await Promise.all([
      aMeeting(app, parties[0], parties[1], '09:00'),
      aMeeting(app, parties[2], parties[3], '09:20'),
    ]);
    for (let n = 0; n < 4; n += 1) {
      const request = await aRequest(app, parties[4 + n], parties[n]);
      verbs.push(requests.accept(contactOf(parties[n]), request.id, `${friday}T${slots[n % 3]}`));
    }
    for (const [n, meeting] of standing.entries()) {
      for (const slot of slots) verbs.push(meetings.reschedule(theSystem, meeting.id, `${friday}T${slot}`));
      if (n === 1) verbs.push(meetings.cancel(theSystem, meeting.id, 'Se adelantó'));
    }
    expect((await Promise.allSettled(verbs)).filter(({ status }) => status === 'rejected')).toEqual([]);
    const doubled = await app.dataSource.query(
      `SELECT 1 FROM meeting_attendance a JOIN meeting_attendance b USING (party_id)
       WHERE a.event_id = $1 AND a.active AND b.active AND a.meeting_id < b.meeting_id AND a.during && b.during`,
      [event.id],
    );
    expect(doubled).toEqual([]);
  });
});
