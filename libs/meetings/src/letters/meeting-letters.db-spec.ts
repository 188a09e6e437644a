import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { proveMails } from '#communications';
import { PersonService } from '#people';
import { theSystem } from '#platform';
import { eventually, testApp, testStart, type TestApp } from '#support';
import ICAL from 'ical.js';
import { aMeeting, aMeetingDay, aRequest, contactOf, friday } from '../../../../test/factories/meetings.js';
import { BilateralMeetingService } from '../bilateral/bilateral-meeting.service.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { MeetingRequestService } from '../requests/meeting-request.service.js';

interface Letter {
  readonly mail: string;
  readonly personId: string;
  readonly subject: string;
  readonly text: string;
  readonly method: string | null;
  readonly sequence: number | null;
  readonly calendar: string | null;
}

const minute = 60_000;

describe('the letters about meetings', () => {
  let app: TestApp;
  let asks: MeetingParty;
  let cite: MeetingParty;

  beforeAll(async () => {
    app = await testApp({ worker: true });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set(testStart);
    [asks, cite] = (await aMeetingDay(app, 2)).parties;
  });

  const letters = (): Promise<Letter[]> =>
    app.dataSource.query(
      `SELECT mail, person_id AS "personId", subject, text, calendar_method AS method, calendar_sequence AS sequence,
              calendar_content AS calendar
       FROM message WHERE event_id = $1 ORDER BY position`,
      [asks.eventId],
    );
  const names = (rows: readonly Letter[]) =>
    rows.map(({ mail, personId }) => [mail, personId === cite.contactPersonId ? 'cite' : 'asks']);
  const about = async (mail: string): Promise<Letter[]> => (await letters()).filter((row) => row.mail === mail);
  const written = (mail: string, count: number) =>
    eventually(
      () => about(mail),
      (rows) => rows.length >= count,
    );
  const entryOf = (letter: Letter) =>
    new ICAL.Event(new ICAL.Component(ICAL.parse(letter.calendar ?? '') as unknown[]).getFirstSubcomponent('vevent')!);

  it('all render from their samples', () => {
    expect(proveMails).not.toThrow();
  });

  it('tell the asked party of a request, with a link to its page and no calendar', async () => {
    await aRequest(app, asks, cite, '10:00');
    const [letter] = await written('meeting-requested', 1);
    expect(names([letter])).toEqual([['meeting-requested', 'cite']]);
    expect(letter.subject).toBe(`${asks.name} le pide una reunión bilateral`);
    expect(letter.method).toBeNull();
    expect(letter.text).toMatch(/Hora preferida: viernes 20 de junio, 10:00, hora de Perú \(UTC−5\)/);
  });

  it('confirm a meeting to both sides, one attendee each, and update and cancel the same entry', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    const confirmed = await written('meeting-request-accepted', 2);
    expect(new Set(names(confirmed).map(([, party]) => party))).toEqual(new Set(['asks', 'cite']));
    for (const letter of confirmed) {
      const entry = entryOf(letter);
      expect([letter.method, letter.sequence, entry.uid, entry.attendees.length]).toEqual([
        'REQUEST',
        0,
        meeting.calendarUid,
        1,
      ]);
      expect(entry.startDate.toJSDate()).toEqual(meeting.startsAt);
    }
    await app.get(BilateralMeetingService).reschedule(theSystem, meeting.id, `${friday}T10:40`);
    const moved = await written('meeting-rescheduled', 2);
    expect(moved.map((letter) => [letter.method, letter.sequence, entryOf(letter).uid])).toEqual(
      Array(2).fill(['REQUEST', 1, meeting.calendarUid]),
    );
    await app.get(BilateralMeetingService).cancel(contactOf(asks), meeting.id, 'Cambió el vuelo');
    const cancelled = await written('meeting-cancelled', 2);
    expect(cancelled.map((letter) => [letter.method, letter.sequence, entryOf(letter).uid])).toEqual(
      Array(2).fill(['CANCEL', 2, meeting.calendarUid]),
    );
    expect(cancelled[0].text).toMatch(new RegExp(`La canceló: ${asks.name}\nMotivo: Cambió el vuelo`));
  });

  it('tell of another time and of a refusal whoever has to know', async () => {
    const request = await aRequest(app, asks, cite);
    await app.get(MeetingRequestService).proposeAnotherTime(contactOf(cite), request.id, `${friday}T10:20`);
    expect(names(await written('meeting-request-counter-proposed', 1))).toEqual([
      ['meeting-request-counter-proposed', 'asks'],
    ]);
    await app.get(MeetingRequestService).decline(contactOf(asks), request.id, 'A esa hora volvemos');
    const [declined] = await written('meeting-request-declined', 1);
    expect(names([declined])).toEqual([['meeting-request-declined', 'cite']]);
    expect(declined.text).toMatch(/Motivo: A esa hora volvemos/);
  });

  it('remind both sides a day and an hour before, of the time that holds, and never of a cancelled one', async () => {
    const meeting = await aMeeting(app, asks, cite, '09:20');
    const other = (await aMeetingDay(app, 2)).parties;
    const dropped = await aMeeting(app, other[0], other[1], '09:20');
    await app.get(BilateralMeetingService).cancel(theSystem, dropped.id, 'Sin sala');
    await app.get(BilateralMeetingService).reschedule(theSystem, meeting.id, `${friday}T10:00`);
    await written('meeting-rescheduled', 2);
    const startsAt = new Date('2025-06-20T15:00:00Z');
    const reminders = (rows: readonly Letter[]) => rows.map(({ subject }) => subject.split(' en ')[1]);
    app.clock.set(new Date(startsAt.getTime() - 24 * 60 * minute));
    expect(reminders(await written('meeting-reminder', 2))).toEqual(['24 horas', '24 horas']);
    app.clock.set(new Date(startsAt.getTime() - 60 * minute));
    expect(reminders(await written('meeting-reminder', 4)).slice(2)).toEqual(['1 hora', '1 hora']);
    const toDropped = await app.dataSource.query(
      "SELECT 1 FROM message WHERE event_id = $1 AND mail = 'meeting-reminder'",
      [other[0].eventId],
    );
    expect(toDropped).toEqual([]);
  });

  it('skip a contact without an address, and the other side still hears', async () => {
    const contact = { givenNames: 'Wilber', familyNames: 'Huamán Ccopa', email: null };
    await app.get(PersonService).update(theSystem, asks.contactPersonId, contact);
    await aMeeting(app, asks, cite, '09:20');
    expect(names(await written('meeting-request-accepted', 1))).toEqual([['meeting-request-accepted', 'cite']]);
  });
});
