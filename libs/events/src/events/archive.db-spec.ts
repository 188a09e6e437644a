import {
  EventOrganizerService,
  EventRepository,
  EventSeriesRepository,
  EventSeriesService,
  EventService,
  RoomRepository,
  RoomService,
  VenueRepository,
  VenueService,
  type Event,
} from '#events';
import { newId } from '#kernel';
import { NotAllowed, theSystem } from '#platform';
import { staffOf, testApp, type TestApp } from '#support';
import { anEvent, aPublicEvent, aRoom, aSession, done } from '../../../../test/factories/agendas.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const page = { first: 200 };
const deedsOf = async (subjectId: string): Promise<string[]> => {
  const query = 'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY sequence';
  return (await app.dataSource.query<{ action: string }[]>(query, [subjectId])).map(({ action }) => action);
};

describe('an archived series', () => {
  const add = async (name: string) =>
    done(await app.get(EventSeriesService).create(theSystem, { name, editionStyle: 'roman' }));
  const listed = async (archived: boolean, words: string | null = null) =>
    (await app.get(EventSeriesRepository).found({ words, archived }, page)).rows.map(({ id }) => id);

  it('leaves the list, takes no edition, and comes back', async () => {
    const service = app.get(EventSeriesService);
    const event = await anEvent(app);
    await service.archive(theSystem, event.seriesId);
    expect([await listed(false), await listed(true)].map((ids) => ids.includes(event.seriesId))).toEqual([false, true]);
    const draft = { ...event, editionNumber: 9, slug: undefined };
    expect(await app.get(EventService).create(theSystem, draft)).toMatchObject({ code: 'EVENT_SERIES_ARCHIVED' });
    await service.restore(theSystem, event.seriesId);
    expect((await listed(false)).includes(event.seriesId)).toBe(true);
  });

  it('gives its name to another one, and is refused it back', async () => {
    const service = app.get(EventSeriesService);
    const name = `Cumbre ${newId().slice(0, 8)}`;
    const first = await add(name);
    expect(await service.create(theSystem, { name, editionStyle: 'roman' })).toMatchObject({
      code: 'SERIES_NAME_TAKEN',
    });
    await service.archive(theSystem, first.id);
    await add(name);
    expect(await service.restore(theSystem, first.id)).toMatchObject({ code: 'SERIES_NAME_TAKEN', details: { name } });
  });

  it('is found by words whatever their case and accents, with what it held', async () => {
    const { seriesId } = await anEvent(app);
    const renamed = done(await app.get(EventSeriesService).update(theSystem, seriesId, { name: 'Reunión de Ñahui' }));
    expect(await listed(false, 'REUNION DE NAHUI')).toEqual([renamed.id]);
    expect(await listed(false, '%')).toEqual([]);
    const editions = await app.get(EventSeriesRepository).editionsOf([seriesId]);
    expect(editions.get(seriesId)).toMatchObject({ count: 1, lastNumber: 2 });
  });

  it('leaves one entry in the audit for each deed, and none for what changed nothing', async () => {
    const service = app.get(EventSeriesService);
    const { id } = await add(`Serie ${newId().slice(0, 8)}`);
    await service.update(theSystem, id, { editionStyle: 'unnumbered' });
    await service.update(theSystem, id, { editionStyle: 'unnumbered' });
    await service.archive(theSystem, id);
    await service.archive(theSystem, id);
    await service.restore(theSystem, id);
    expect(await deedsOf(id)).toEqual([
      'createEventSeries',
      'updateEventSeries',
      'archiveEventSeries',
      'restoreEventSeries',
    ]);
  });
});

describe('an archived event', () => {
  const listed = async (event: Event, archived: boolean) => {
    const search = { drafts: null, words: event.name, archived };
    return (await app.get(EventRepository).found(search, page)).rows.map(({ id }) => id);
  };

  it('leaves the list, is not published, and comes back', async () => {
    const events = app.get(EventService);
    const event = await anEvent(app);
    await events.archive(theSystem, event.id);
    expect([await listed(event, false), await listed(event, true)]).toEqual([[], [event.id]]);
    expect(await events.publish(theSystem, event.id)).toMatchObject({ code: 'EVENT_IS_ARCHIVED' });
    expect(await events.restore(theSystem, event.id)).toMatchObject({ archivedAt: null });
    expect(await listed(event, false)).toEqual([event.id]);
  });

  it('was closed before, when it was public', async () => {
    const event = await aPublicEvent(app);
    expect(await app.get(EventService).archive(theSystem, event.id)).toMatchObject({ code: 'EVENT_IS_PUBLIC' });
    await app.get(EventService).close(theSystem, event.id);
    expect(await app.get(EventService).archive(theSystem, event.id)).toMatchObject({ archivedAt: app.clock.now() });
  });

  it('is archived by its organisers alone', async () => {
    const event = await anEvent(app);
    for (const viewer of [staffOf(newId()), staffOf(event.id, 'reader')]) {
      await expect(app.get(EventService).archive(viewer, event.id)).rejects.toThrow(NotAllowed);
    }
  });

  it('is found by its shown name, its series and its state', async () => {
    const event = await aPublicEvent(app);
    const found = async (search: object) => {
      const all = { drafts: null, words: null, archived: false, ...search };
      return (await app.get(EventRepository).found(all, page)).rows.map(({ id }) => id);
    };
    expect(await found({ words: `ii ${event.name}` })).toEqual([event.id]);
    expect(await found({ seriesId: event.seriesId, state: 'published' })).toEqual([event.id]);
    expect(await found({ seriesId: event.seriesId, state: 'draft' })).toEqual([]);
  });
});

describe('archived venues and rooms', () => {
  const inUse = async (event: Event) => (await app.get(RoomRepository).ofEvent(event.id)).map(({ name }) => name);

  it('leave the lists, give their name away, and come back when it is free', async () => {
    const event = await anEvent(app);
    const rooms = app.get(RoomService);
    const room = await aRoom(app, event, 'Sala 1');
    await rooms.archive(theSystem, room.id);
    expect(await inUse(event)).toEqual([]);
    const again = done(await rooms.add(theSystem, { venueId: room.venueId, name: 'Sala 1', capacity: 20 }));
    expect(await rooms.restore(theSystem, room.id)).toMatchObject({ code: 'ROOM_NAME_TAKEN', field: 'name' });
    await rooms.archive(theSystem, again.id);
    expect(await rooms.restore(theSystem, room.id)).toMatchObject({ archivedAt: null });
    expect(await deedsOf(room.id)).toEqual(['addRoom', 'archiveRoom', 'restoreRoom']);
  });

  it('stay while a session is held in them', async () => {
    const event = await anEvent(app);
    const room = await aRoom(app, event, 'Sala 1');
    await aSession(app, event, { roomId: room.id, title: 'Riego' });
    expect(await app.get(RoomService).archive(theSystem, room.id)).toMatchObject({
      code: 'ROOM_HOLDS_SESSIONS',
      details: { room: 'Sala 1', session: 'Riego', day: '2025-06-20', from: '09:00' },
    });
    expect(await app.get(VenueService).archive(theSystem, room.venueId)).toMatchObject({ code: 'ROOM_HOLDS_SESSIONS' });
  });

  it('of a venue go and come with it, but those that were put away before', async () => {
    const event = await anEvent(app);
    const [rooms, venues] = [app.get(RoomService), app.get(VenueService)];
    const { venueId, id: first } = await aRoom(app, event, 'Sala 1');
    done(await rooms.add(theSystem, { venueId, name: 'Sala 2', capacity: 20 }));
    await rooms.archive(theSystem, first);
    app.clock.advance(60_000);
    await venues.archive(theSystem, venueId);
    expect(await inUse(event)).toEqual([]);
    expect(await rooms.restore(theSystem, first)).toMatchObject({ code: 'VENUE_IS_ARCHIVED' });
    await venues.restore(theSystem, venueId);
    expect(await inUse(event)).toEqual(['Sala 2']);
    expect((await app.get(VenueRepository).byId(venueId))?.archivedAt).toBeNull();
  });

  it('stand in the order that was asked for, which names each once', async () => {
    const event = await anEvent(app);
    const rooms = app.get(RoomService);
    const [one, two, three] = [
      await aRoom(app, event, '1'),
      await aRoom(app, event, '2'),
      await aRoom(app, event, '3'),
    ];
    done(await rooms.reorder(theSystem, event.id, [three.id, one.id, two.id]));
    expect(await inUse(event)).toEqual(['3', '1', '2']);
    for (const ids of [
      [one.id, two.id],
      [one.id, one.id, two.id],
      [one.id, two.id, newId()],
    ]) {
      expect(await rooms.reorder(theSystem, event.id, ids)).toMatchObject({ code: 'ROOM_ORDER_UNFIT' });
    }
  });
});

describe('an institution that holds an event', () => {
  it('holds it in another way when its role is changed, at its place in protocol', async () => {
    const event = await aPublicEvent(app);
    const organizers = app.get(EventOrganizerService);
    const [{ id }] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM event_organizer WHERE event_id = $1',
      [event.id],
    );
    expect(await organizers.changeRole(theSystem, event.id, id, 'technical_ally')).toMatchObject([
      { id, role: 'technical_ally', order: 1 },
    ]);
    expect(await deedsOf(event.id)).toEqual([
      'createEvent',
      'addEventOrganizer',
      'publishEvent',
      'changeEventOrganizerRole',
    ]);
  });
});
