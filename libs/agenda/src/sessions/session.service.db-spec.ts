import { SessionService, SpeakerService, type Session } from '#agenda';
import { EventService, type Event } from '#events';
import { isRefusal, newId, wordsOf, type Refusal } from '#kernel';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { staffOf, testApp, type TestApp } from '#support';
import { aPerson, aRoom, aSession, aSpeaker, anEvent, sessionDraft } from '../../../../test/factories/agendas.js';

describe('sessions', () => {
  let app: TestApp;
  let sessions: SessionService;
  let event: Event;

  beforeAll(async () => {
    app = await testApp();
    sessions = app.get(SessionService);
  });
  beforeEach(async () => {
    event = await anEvent(app);
  });
  afterAll(() => app.close());

  const move = (session: Session, change: object) =>
    sessions.update(theSystem, session.id, { version: session.version, ...change });

  it('are created with wall-clock times of the zone of their event', async () => {
    const session = await aSession(app, event);
    expect(session).toMatchObject({ startsAt: new Date('2025-06-20T14:00Z'), endsAt: new Date('2025-06-20T15:00Z') });
    expect(session).toMatchObject({ state: 'scheduled', version: 1, roomId: null, blockId: null });
  });

  it('refuse a time that the clocks of the zone skip', async () => {
    const asuncion = await anEvent(app, 'America/Santiago');
    const days = { startsOn: '2025-09-06', endsOn: '2025-09-07' };
    await app.get(EventService).update(theSystem, asuncion.id, days);
    const draft = sessionDraft(asuncion, { startsAt: '2025-09-07T00:30', endsAt: '2025-09-07T02:00' });
    expect(await sessions.create(theSystem, draft)).toMatchObject({
      code: 'TIME_DOES_NOT_EXIST',
      field: 'startsAt',
      details: { time: '2025-09-07T00:30', zone: 'America/Santiago' },
    });
  });

  it('refuse a day outside their event, and say which days it has', async () => {
    const draft = sessionDraft(event, { startsAt: '2025-06-22T09:00', endsAt: '2025-06-22T10:00' });
    const refusal = (await sessions.create(theSystem, draft)) as Refusal;
    expect(refusal.code).toBe('SESSION_OUTSIDE_EVENT');
    expect(wordsOf(refusal, 'es')).toBe(
      'El evento es del 2025-06-20 al 2025-06-21 y la sesión cae el 2025-06-22. Elija una hora de esos días.',
    );
  });

  it('keep their event from losing their day', async () => {
    await aSession(app, event, { startsAt: '2025-06-21T09:00', endsAt: '2025-06-21T10:00' });
    const answer = await app.get(EventService).update(theSystem, event.id, { endsOn: '2025-06-20' });
    expect(answer).toMatchObject({ code: 'EVENT_DAYS_HOLD_SESSIONS', details: { day: '2025-06-21' } });
  });

  it('refuse a room in use, and name the session and its hours', async () => {
    const room = await aRoom(app, event, 'Sala Qosqo');
    await aSession(app, event, { roomId: room.id, title: 'Caminos vecinales' });
    const draft = sessionDraft(event, { roomId: room.id, startsAt: '2025-06-20T09:59', endsAt: '2025-06-20T11:00' });
    const refusal = (await sessions.create(theSystem, draft)) as Refusal;
    expect(refusal).toMatchObject({ code: 'ROOM_TAKEN', field: 'roomId' });
    expect(wordsOf(refusal, 'es')).toBe(
      'Sala Qosqo está ocupada por «Caminos vecinales» el viernes 20 de junio de 09:00 a 10:00. Elija otra hora u otra sala.',
    );
  });

  it('follow one another in a room without a gap', async () => {
    const room = await aRoom(app, event);
    await aSession(app, event, { roomId: room.id });
    const next = { roomId: room.id, startsAt: '2025-06-20T10:00', endsAt: '2025-06-20T11:00' };
    expect(await sessions.create(theSystem, sessionDraft(event, next))).toMatchObject({ state: 'scheduled' });
  });

  it('without a room are for everyone, and take none', async () => {
    await aSession(app, event, { kind: 'break', title: 'Café' });
    const room = await aRoom(app, event);
    expect(await sessions.create(theSystem, sessionDraft(event, { roomId: room.id }))).toMatchObject({
      roomId: room.id,
    });
  });

  it("refuse another event's room and block", async () => {
    const room = await aRoom(app, await anEvent(app));
    expect(await sessions.create(theSystem, sessionDraft(event, { roomId: room.id }))).toMatchObject({
      code: 'ROOM_UNKNOWN',
    });
    expect(await sessions.create(theSystem, sessionDraft(event, { blockId: newId() }))).toMatchObject({
      code: 'BLOCK_UNKNOWN',
    });
  });

  it('take their speakers along, and refuse a time at which one of them is elsewhere', async () => {
    const person = await aPerson(app, 'Huamán Ccopa');
    const [first, second] = [
      await aSession(app, event, { title: 'Riego' }),
      await aSession(app, event, { startsAt: '2025-06-20T11:00', endsAt: '2025-06-20T12:00' }),
    ];
    await aSpeaker(app, first, person);
    await aSpeaker(app, second, person);
    const answer = (await move(second, { startsAt: '2025-06-20T09:30', endsAt: '2025-06-20T10:30' })) as Refusal;
    expect(wordsOf(answer, 'en')).toBe(
      'Rosa Huamán Ccopa already speaks in “Riego” on viernes 20 de junio from 09:00 to 10:00. Choose another time or another person.',
    );
    expect(await move(second, { startsAt: '2025-06-20T10:00', endsAt: '2025-06-20T11:00' })).toMatchObject({
      version: 2,
    });
    const rows = await app.dataSource.query('SELECT starts_at FROM speaker WHERE session_id = $1', [second.id]);
    expect(rows).toEqual([{ starts_at: new Date('2025-06-20T15:00Z') }]);
  });

  it('refuse a change on an older version, and show both', async () => {
    const session = await aSession(app, event, { title: 'Agua' });
    await move(session, { title: 'Agua segura' });
    const refusal = (await move(session, { title: 'Agua potable' })) as Refusal;
    expect(refusal).toMatchObject({ code: 'SESSION_CHANGED_MEANWHILE', field: 'version' });
    expect(refusal.details).toEqual({
      currentVersion: 2,
      current: '«Agua segura», 2025-06-20 09:00–10:00',
      yourVersion: 1,
      yours: '«Agua potable», 2025-06-20 09:00–10:00',
    });
  });

  it('are cancelled for good, and free their room and their people', async () => {
    const room = await aRoom(app, event);
    const session = await aSession(app, event, { roomId: room.id });
    const { personId } = await aSpeaker(app, session);
    expect(await sessions.cancel(theSystem, session.id, 1)).toMatchObject({ state: 'cancelled', version: 2 });
    expect(await sessions.cancel(theSystem, session.id, 2)).toMatchObject({ code: 'SESSION_IS_CANCELLED' });
    const instead = await aSession(app, event, { roomId: room.id });
    const answer = await app.get(SpeakerService).add(theSystem, { sessionId: instead.id, personId, role: 'ponente' });
    expect(answer).toMatchObject({ sessionState: 'scheduled' });
  });

  it('sent twice with one key are one session', async () => {
    const draft = sessionDraft(event);
    const [first, second] = [
      (await sessions.create(theSystem, draft, 'key-12345678')) as Session,
      (await sessions.create(theSystem, draft, 'key-12345678')) as Session,
    ];
    expect(second.id).toBe(first.id);
  });

  it('are changed by the organisers of their event alone', async () => {
    const session = await aSession(app, event);
    const change = { version: 1, title: 'Ajeno' };
    for (const viewer of [staffOf(newId()), staffOf(event.id, 'reader')]) {
      await expect(sessions.update(viewer, session.id, change)).rejects.toThrow(NotAllowed);
      await expect(sessions.create(viewer, sessionDraft(event))).rejects.toThrow(NotAllowed);
    }
    await expect(sessions.update(theSystem, newId(), change)).rejects.toThrow(NotFound);
    expect(isRefusal(await sessions.update(staffOf(event.id), session.id, change))).toBe(false);
  });
});
