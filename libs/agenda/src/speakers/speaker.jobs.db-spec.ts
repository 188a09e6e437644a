import { AgendaVersionService, SessionService, SpeakerService, type Session, type Speaker } from '#agenda';
import { theSystem } from '#platform';
import { eventually, testApp, type TestApp } from '#support';
import ICAL from 'ical.js';
import { anEvent, aPublicEvent, aSession, aSpeaker, done } from '../../../../test/factories/agendas.js';

interface Letter {
  readonly mail: string;
  readonly subject: string;
  readonly calendar_uid: string;
  readonly calendar_sequence: number;
  readonly calendar_method: string;
  readonly calendar_content: string;
}

describe('speakers', () => {
  let app: TestApp;
  let session: Session;
  let speaker: Speaker;

  beforeAll(async () => {
    app = await testApp({ worker: true });
  });
  afterAll(() => app.close());

  const lettersTo = (personId: string): Promise<Letter[]> =>
    app.dataSource.query('SELECT * FROM message WHERE person_id = $1 ORDER BY position', [personId]);
  const letters = (count: number): Promise<Letter[]> =>
    eventually(
      () => lettersTo(speaker.personId),
      (found) => found.length >= count,
    );
  const told = (letter: Letter) => [letter.mail, letter.calendar_method, letter.calendar_sequence];
  const allJobsDone = () =>
    eventually(
      () =>
        app.dataSource.query(
          "SELECT FROM outbox WHERE relayed_at IS NULL UNION ALL SELECT FROM job WHERE state = 'queued'",
        ),
      (waiting: unknown[]) => waiting.length === 0,
    );
  const move = (startsAt: string, endsAt: string, version: number) =>
    app.get(SessionService).update(theSystem, session.id, { version, startsAt, endsAt });

  describe('of a public session', () => {
    beforeEach(async () => {
      const event = await aPublicEvent(app);
      session = await aSession(app, event);
      speaker = await aSpeaker(app, session);
      done(await app.get(AgendaVersionService).publish(theSystem, event.id));
    });

    it('are told of a move, and their calendar is updated', async () => {
      await move('2025-06-20T11:00', '2025-06-20T12:00', 1);
      const [letter] = await letters(1);
      expect([told(letter), letter.subject]).toEqual([
        ['session-moved', 'REQUEST', 1],
        'Nueva hora o lugar: Agua segura',
      ]);
      const entry = new ICAL.Component(ICAL.parse(letter.calendar_content) as never[]).getFirstSubcomponent('vevent');
      expect(entry?.getFirstPropertyValue('uid')).toBe(`${speaker.id}@tinkuy.example`);
      expect(new ICAL.Event(entry!).startDate.toString()).toBe('2025-06-20T11:00:00');
    });

    it('are told of the cancellation with the same UID and a higher sequence', async () => {
      await move('2025-06-20T11:00', '2025-06-20T12:00', 1);
      await letters(1);
      await app.get(SessionService).cancel(theSystem, session.id, 2);
      const found = await letters(2);
      expect(found.map(told)).toEqual([
        ['session-moved', 'REQUEST', 1],
        ['session-cancelled', 'CANCEL', 2],
      ]);
      expect(new Set(found.map(({ calendar_uid }) => calendar_uid)).size).toBe(1);
    });

    it('are told when they are taken off it', async () => {
      await app.get(SpeakerService).remove(theSystem, speaker.id);
      expect((await letters(1)).map(told)).toEqual([['speaker-released', 'CANCEL', 1]]);
    });

    it('are told nothing when only words changed', async () => {
      await app.get(SessionService).update(theSystem, session.id, { version: 1, title: 'Agua potable' });
      await allJobsDone();
      expect(await lettersTo(speaker.personId)).toEqual([]);
    });

    it('are reminded a day and an hour before its present start, and not of the one before', async () => {
      await move('2025-06-20T15:00', '2025-06-20T16:00', 1);
      await letters(1);
      // A day before the first start: nothing is due.
      app.clock.set(new Date('2025-06-19T14:00:00Z'));
      await allJobsDone();
      app.clock.set(new Date('2025-06-19T20:00:00Z'));
      expect((await letters(2)).map(told)).toEqual([
        ['session-moved', 'REQUEST', 1],
        ['session-reminder', 'REQUEST', 1],
      ]);
      app.clock.set(new Date('2025-06-20T19:00:00Z'));
      expect((await letters(3)).map(({ mail }) => mail)).toEqual([
        'session-moved',
        'session-reminder',
        'session-reminder',
      ]);
    });
  });

  it('of a session that the public has not seen are told nothing', async () => {
    session = await aSession(app, await anEvent(app));
    speaker = await aSpeaker(app, session);
    await app.get(SessionService).cancel(theSystem, session.id, 1);
    await allJobsDone();
    expect(await lettersTo(speaker.personId)).toEqual([]);
  });
});
