import { SessionService, SpeakerService, ThematicBlockService, type Speaker } from '#agenda';
import { RoomService } from '#events';
import { newId } from '#kernel';
import { NotAllowed, theSystem } from '#platform';
import { staffOf, testApp, type TestApp } from '#support';
import { anEvent, aRoom, aSession, aSpeaker, done, sessionDraft } from '../../../../test/factories/agendas.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { ThematicBlockRepository } from './thematic-block.repository.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

describe('thematic blocks', () => {
  const add = async (eventId: string, name: string) =>
    done(await app.get(ThematicBlockService).add(theSystem, { eventId, name, colour: 'teal' }));
  const names = async (eventId: string) =>
    (await app.get(ThematicBlockRepository).ofEvent(eventId)).map(({ name }) => name);

  it('stand in the order that was asked for, which names each once', async () => {
    const { id: eventId } = await anEvent(app);
    const [agua, riego, caminos] = [
      await add(eventId, 'Agua'),
      await add(eventId, 'Riego'),
      await add(eventId, 'Caminos'),
    ];
    const blocks = app.get(ThematicBlockService);
    done(await blocks.reorder(theSystem, eventId, [caminos.id, agua.id, riego.id]));
    expect(await names(eventId)).toEqual(['Caminos', 'Agua', 'Riego']);
    expect(await blocks.reorder(theSystem, eventId, [agua.id, riego.id])).toMatchObject({ code: 'BLOCK_ORDER_UNFIT' });
    const reader = staffOf(eventId, 'reader');
    await expect(blocks.reorder(reader, eventId, [])).rejects.toThrow(NotAllowed);
  });

  it('are taken away when no session carries them', async () => {
    const event = await anEvent(app);
    const blocks = app.get(ThematicBlockService);
    const { id: blockId } = await add(event.id, 'Agua');
    const session = await aSession(app, event, { blockId });
    expect(await blocks.remove(theSystem, blockId)).toMatchObject({
      code: 'BLOCK_HAS_SESSIONS',
      details: { name: 'Agua', sessions: 1 },
    });
    await app.get(SessionService).update(theSystem, session.id, { version: 1, blockId: null });
    expect(await blocks.remove(theSystem, blockId)).toMatchObject({ id: blockId });
    expect(await names(event.id)).toEqual([]);
  });
});

describe('sessions', () => {
  it('are found by day, room, block, kind and state, and by words of title or speaker', async () => {
    const event = await anEvent(app);
    const room = await aRoom(app, event);
    const block = { eventId: event.id, name: 'Agua', colour: 'teal' } as const;
    const { id: blockId } = done(await app.get(ThematicBlockService).add(theSystem, block));
    const first = await aSession(app, event, { roomId: room.id, blockId, title: 'Riego tecnificado' });
    await aSpeaker(app, first);
    const late = { startsAt: '2025-06-20T22:00', endsAt: '2025-06-20T23:00', kind: 'panel', title: 'Balance' } as const;
    const second = await aSession(app, event, late);
    await app.get(SessionService).cancel(theSystem, second.id, 1);
    const found = async (search: object) => {
      const { rows } = await app
        .get(SessionRepository)
        .found({ eventId: event.id, words: null, ...search }, { first: 50 });
      return rows.map(({ title }) => title);
    };
    expect(await found({})).toEqual(['Riego tecnificado', 'Balance']);
    // In UTC the second one starts on the following day.
    expect(await found({ day: '2025-06-20' })).toEqual(['Riego tecnificado', 'Balance']);
    expect([await found({ day: '2025-06-21' }), await found({ day: 'mañana' })]).toEqual([[], []]);
    for (const filter of [{ roomId: room.id }, { blockId }, { kind: 'talk' }, { state: 'scheduled' }]) {
      expect(await found(filter)).toEqual(['Riego tecnificado']);
    }
    expect([await found({ words: 'TECNIFICADO' }), await found({ words: 'rosa quispe' })]).toEqual([
      ['Riego tecnificado'],
      ['Riego tecnificado'],
    ]);
  });

  it('are not put into a room that is archived', async () => {
    const event = await anEvent(app);
    const room = await aRoom(app, event);
    await app.get(RoomService).archive(theSystem, room.id);
    const draft = sessionDraft(event, { roomId: room.id });
    expect(await app.get(SessionService).create(theSystem, draft)).toMatchObject({
      code: 'ROOM_IS_ARCHIVED',
      field: 'roomId',
    });
  });

  it('show their speakers in the order that was asked for, and leave an entry in the audit for each deed', async () => {
    const session = await aSession(app, await anEvent(app));
    const speakers: Speaker[] = [await aSpeaker(app, session), await aSpeaker(app, session)];
    const [one, two] = speakers.map(({ id }) => id);
    const service = app.get(SpeakerService);
    done(await service.reorder(theSystem, session.id, [two, one]));
    const rows = await app.dataSource.query('SELECT id FROM speaker WHERE session_id = $1 ORDER BY shown_order', [
      session.id,
    ]);
    expect(rows).toEqual([{ id: two }, { id: one }]);
    expect(await service.reorder(theSystem, session.id, [one, newId()])).toMatchObject({ code: 'SPEAKER_ORDER_UNFIT' });
    await app.get(SessionService).update(theSystem, session.id, { version: 1, title: 'Otro' });
    const entries = await app.dataSource.query<{ action: string; before: object; after: object }[]>(
      'SELECT action, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY sequence',
      [session.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['createSession', 'reorderSpeakers', 'updateSession']);
    expect(entries[2]).toMatchObject({
      before: { title: 'Agua segura', version: 1 },
      after: { title: 'Otro', version: 2 },
    });
  });
});
