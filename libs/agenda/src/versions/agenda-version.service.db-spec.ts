import {
  AgendaVersionService,
  PublishedAgendaRepository,
  SessionService,
  ThematicBlockService,
  type AgendaVersion,
} from '#agenda';
import { newId } from '#kernel';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { anonymous, staffOf, testApp, type TestApp } from '#support';
import { anEvent, aPublicEvent, aRoom, aSession, aSpeaker, done } from '../../../../test/factories/agendas.js';

describe('an agenda', () => {
  let app: TestApp;
  let versions: AgendaVersionService;

  beforeAll(async () => {
    app = await testApp();
    versions = app.get(AgendaVersionService);
  });
  afterAll(() => app.close());

  const publish = async (eventId: string): Promise<AgendaVersion> => done(await versions.publish(theSystem, eventId));
  const shown = (slug: string) => app.get(PublishedAgendaRepository).currentOfSlug(slug);

  it('is published with all names as they are, by day and hour, in the zone of its event', async () => {
    const event = await aPublicEvent(app);
    const block = { eventId: event.id, name: 'Innovación', colour: 'adobe' } as const;
    const { id: blockId } = done(await app.get(ThematicBlockService).add(theSystem, block));
    const room = await aRoom(app, event, 'Sala Qosqo');
    const session = await aSession(app, event, { blockId, roomId: room.id, kind: 'panel' });
    await aSpeaker(app, session);
    await aSession(app, event, { startsAt: '2025-06-20T08:00', endsAt: '2025-06-20T09:00', title: 'Apertura' });
    await publish(event.id);
    const agenda = await shown(event.slug);
    expect(agenda?.content.days.map(({ date, sessions }) => [date, sessions.map(({ title }) => title)])).toEqual([
      ['2025-06-20', ['Apertura', 'Agua segura']],
      ['2025-06-21', []],
    ]);
    expect(agenda?.content.days[0].sessions[1]).toEqual({
      id: session.id,
      kind: 'panel',
      title: 'Agua segura',
      summary: '',
      startsAt: '2025-06-20T14:00:00Z',
      endsAt: '2025-06-20T15:00:00Z',
      from: '09:00',
      to: '10:00',
      room: 'Sala Qosqo',
      block: { id: blockId, name: 'Innovación', colour: 'adobe' },
      speakers: [
        {
          name: 'Rosa Quispe Mamani',
          role: 'ponente',
          position: 'Alcaldesa',
          institution: expect.stringMatching(/^Mancomunidad /) as string,
        },
      ],
    });
    expect(agenda?.content.event).toMatchObject({ name: `II ${event.name}`, zone: 'America/Lima', city: 'Cusco' });
  });

  it('shows the public nothing of a change until it is published again', async () => {
    const event = await aPublicEvent(app);
    const session = await aSession(app, event);
    const first = await publish(event.id);
    await app.get(SessionService).update(theSystem, session.id, { version: 1, title: 'Agua potable' });
    expect((await shown(event.slug))?.content).toEqual(first.content);
    const second = await publish(event.id);
    const now = await shown(event.slug);
    expect([now?.number, now?.stamp.split(' ')[0]]).toEqual([2, second.id]);
    expect((await versions.history(theSystem, event.id)).map(({ number, state }) => [number, state])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ]);
  });

  it('leaves cancelled sessions out', async () => {
    const event = await aPublicEvent(app);
    await aSession(app, event);
    const cancelled = await aSession(app, event, { title: 'Cae' });
    await app.get(SessionService).cancel(theSystem, cancelled.id, 1);
    const { content } = await publish(event.id);
    expect(content.days[0].sessions.map(({ title }) => title)).toEqual(['Agua segura']);
  });

  it('without a session is not published', async () => {
    expect(await versions.publish(theSystem, (await anEvent(app)).id)).toMatchObject({ code: 'AGENDA_EMPTY' });
  });

  it('of a draft event is not shown', async () => {
    const event = await anEvent(app);
    await aSession(app, event);
    await publish(event.id);
    expect(await shown(event.slug)).toBeNull();
  });

  it('published by many at once is numbered without a gap, and one version is the published one', async () => {
    const event = await aPublicEvent(app);
    await aSession(app, event);
    const published = await Promise.all(Array.from({ length: 8 }, () => publish(event.id)));
    expect(published.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const states = (await versions.history(theSystem, event.id)).map(({ state }) => state);
    expect(states).toEqual(['published', ...Array<string>(7).fill('superseded')]);
  });

  it('cannot be changed, revived or deleted once it is published, not even past the product', async () => {
    const event = await aPublicEvent(app);
    await aSession(app, event);
    const { id } = await publish(event.id);
    const refused = 'A published agenda version cannot be changed';
    for (const statement of [
      `UPDATE agenda_version SET content = '{}' WHERE id = $1`,
      `UPDATE agenda_version SET number = 9, state = 'superseded' WHERE id = $1`,
      'DELETE FROM agenda_version WHERE id = $1',
    ]) {
      await expect(app.dataSource.query(statement, [id])).rejects.toThrow(refused);
    }
    await publish(event.id);
    const revive = `UPDATE agenda_version SET state = 'published' WHERE id = $1`;
    await expect(app.dataSource.query(revive, [id])).rejects.toThrow(refused);
  });

  it('is published by organisers of its event, and its draft read by its staff', async () => {
    const event = await anEvent(app);
    await aSession(app, event);
    await expect(versions.publish(staffOf(event.id, 'reader'), event.id)).rejects.toThrow(NotAllowed);
    await expect(versions.publish(staffOf(newId()), event.id)).rejects.toThrow(NotAllowed);
    await expect(versions.publish(theSystem, newId())).rejects.toThrow(NotFound);
    expect(await versions.draftOf(anonymous, event.id)).toBeNull();
    expect((await versions.draftOf(staffOf(event.id, 'reader'), event.id))?.days[0].sessions).toHaveLength(1);
  });
});
