import {
  EventOrganizerService,
  EventRepository,
  EventSeriesService,
  EventService,
  RoomService,
  VenueService,
  type Event,
  type EventOrganizer,
} from '#events';
import { newId, type Refusal } from '#kernel';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { staffOf, testApp, type TestApp } from '#support';
import { anEvent, anInstitution, aPublicEvent, done } from '../../../../test/factories/agendas.js';

describe('events', () => {
  let app: TestApp;
  let events: EventService;

  beforeAll(async () => {
    app = await testApp();
    events = app.get(EventService);
  });
  afterAll(() => app.close());

  const draftLike = ({ seriesId }: Event, change: object = {}) => ({
    seriesId,
    editionNumber: 3,
    zone: 'America/Lima',
    startsOn: '2026-06-20',
    endsOn: '2026-06-21',
    country: 'PE',
    city: 'Puno',
    ...change,
  });

  it('take name and address from their series when none are given', async () => {
    const name = `Cumbre ${newId().slice(0, 8)}`;
    const series = done(await app.get(EventSeriesService).create(theSystem, { name, editionStyle: 'roman' }));
    const days = { startsOn: '2024-02-23', endsOn: '2024-02-23' };
    const draft = {
      seriesId: series.id,
      editionNumber: 1,
      zone: 'America/Lima',
      ...days,
      country: 'PE',
      city: 'Iquitos',
    };
    const event = done(await events.create(theSystem, draft));
    expect(event).toMatchObject({ name, state: 'draft', slug: `i-${name.toLowerCase().replace(' ', '-')}-2024` });
  });

  it('refuse an edition number or an address in use, and name it', async () => {
    const event = await anEvent(app);
    expect(await events.create(theSystem, draftLike(event, { editionNumber: 2 }))).toMatchObject({
      code: 'EDITION_TAKEN',
      details: { editionNumber: 2 },
    });
    expect(await events.create(theSystem, draftLike(event, { slug: event.slug }))).toMatchObject({
      code: 'SLUG_TAKEN',
    });
    expect(await events.create(theSystem, draftLike(event, { seriesId: newId() }))).toMatchObject({
      code: 'EVENT_SERIES_UNKNOWN',
    });
  });

  it('change what is given and leave the rest', async () => {
    const event = await anEvent(app);
    expect(await events.update(theSystem, event.id, { city: 'Puno' })).toEqual({ ...event, city: 'Puno' });
    const wrong = { startsOn: '2025-06-22' };
    expect(await events.update(theSystem, event.id, wrong)).toMatchObject({ code: 'EVENT_ENDS_BEFORE_START' });
    expect((await app.get(EventRepository).byId(event.id))?.startsOn).toBe('2025-06-20');
  });

  it('become public with an organising institution, and close once', async () => {
    const event = await anEvent(app);
    expect(await events.publish(theSystem, event.id)).toMatchObject({ code: 'EVENT_NEEDS_ORGANIZER' });
    expect(await events.close(theSystem, event.id)).toMatchObject({ code: 'EVENT_MOVE_UNFIT' });
    const published = await aPublicEvent(app);
    expect(await events.update(theSystem, published.id, { slug: 'otra-direccion' })).toMatchObject({
      code: 'EVENT_ADDRESS_IS_PUBLIC',
    });
    expect(await events.close(theSystem, published.id)).toMatchObject({ state: 'closed' });
    expect(await events.publish(theSystem, published.id)).toMatchObject({ code: 'EVENT_MOVE_UNFIT' });
  });

  it('are created by organisers of the organisation and changed by their own', async () => {
    const event = await anEvent(app);
    const ofOneEvent = staffOf(event.id, 'organiser', event.organizationId);
    await expect(events.create(ofOneEvent, draftLike(event))).rejects.toThrow(NotAllowed);
    expect(await events.create(staffOf(event.id), draftLike(event))).toMatchObject({ code: 'EVENT_SERIES_UNKNOWN' });
    await expect(events.update(staffOf(newId()), event.id, { city: 'Puno' })).rejects.toThrow(NotAllowed);
    await expect(events.update(staffOf(event.id, 'reader'), event.id, { city: 'Puno' })).rejects.toThrow(NotAllowed);
    await expect(events.publish(theSystem, newId())).rejects.toThrow(NotFound);
    expect(await events.update(staffOf(event.id), event.id, { city: 'Puno' })).toMatchObject({ city: 'Puno' });
  });
});

describe('the protocol of an event', () => {
  let app: TestApp;
  let organizers: EventOrganizerService;

  beforeAll(async () => {
    app = await testApp();
    organizers = app.get(EventOrganizerService);
  });
  afterAll(() => app.close());

  const add = async (eventId: string, institutionId?: string) =>
    organizers.add(theSystem, {
      eventId,
      institutionId: institutionId ?? (await anInstitution(app)).id,
      role: 'co_organiser',
    });
  const order = (answer: EventOrganizer[] | Refusal) => done(answer).map((row) => [row.order, row.institutionId]);

  it('grows at its end, is put in another order, and closes its gaps', async () => {
    const event = await anEvent(app);
    await add(event.id);
    await add(event.id);
    const [first, second, third] = done(await add(event.id));
    const swapped = await organizers.reorder(theSystem, event.id, [third.id, first.id, second.id]);
    expect(order(swapped)).toEqual([
      [1, third.institutionId],
      [2, first.institutionId],
      [3, second.institutionId],
    ]);
    expect(order(await organizers.remove(theSystem, event.id, first.id))).toEqual([
      [1, third.institutionId],
      [2, second.institutionId],
    ]);
  });

  it('names an institution once, and only one that there is', async () => {
    const event = await anEvent(app);
    const [{ institutionId }] = done(await add(event.id));
    expect(await add(event.id, institutionId)).toMatchObject({ code: 'ORGANIZER_ALREADY_NAMED' });
    expect(await add(event.id, newId())).toMatchObject({ code: 'ORGANIZER_INSTITUTION_UNKNOWN' });
  });

  it('is not put in an order that leaves one out, names one twice or knows a stranger', async () => {
    const event = await anEvent(app);
    const [first] = done(await add(event.id));
    for (const ids of [[], [first.id, first.id], [newId()]]) {
      expect(await organizers.reorder(theSystem, event.id, ids)).toMatchObject({ code: 'ORGANIZER_ORDER_UNFIT' });
    }
  });

  it('of a public event keeps its last institution', async () => {
    const event = await aPublicEvent(app);
    const [{ id }] = done(await organizers.reorder(theSystem, event.id, [await onlyOne(event.id)]));
    expect(await organizers.remove(theSystem, event.id, id)).toMatchObject({ code: 'LAST_ORGANIZER' });
  });

  const onlyOne = async (eventId: string): Promise<string> => {
    const [row] = await app.dataSource.query<{ id: string }[]>('SELECT id FROM event_organizer WHERE event_id = $1', [
      eventId,
    ]);
    return row.id;
  };

  it('added to by many at once has every place once', async () => {
    const event = await anEvent(app);
    const institutions = await Promise.all(Array.from({ length: 8 }, () => anInstitution(app)));
    await Promise.all(institutions.map(({ id }) => add(event.id, id)));
    const rows = await app.dataSource.query<{ place: number }[]>(
      'SELECT protocol_order AS place FROM event_organizer WHERE event_id = $1 ORDER BY 1',
      [event.id],
    );
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('venues and rooms', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('have a name of their own in their event, and a room seats somebody', async () => {
    const event = await anEvent(app);
    const [venues, rooms] = [app.get(VenueService), app.get(RoomService)];
    const place = { eventId: event.id, name: 'Paraninfo', address: 'Plaza de Armas' };
    const venue = done(await venues.add(theSystem, place));
    expect(await venues.add(theSystem, place)).toMatchObject({ code: 'VENUE_NAME_TAKEN', field: 'name' });
    const room = { venueId: venue.id, name: 'Sala 1', capacity: 80 };
    expect(done(await rooms.add(theSystem, room)).order).toBe(1);
    expect(await rooms.add(theSystem, room)).toMatchObject({ code: 'ROOM_NAME_TAKEN', field: 'name' });
    expect(done(await rooms.add(theSystem, { ...room, name: ' Sala   2 ' }))).toMatchObject({
      order: 2,
      name: 'Sala 2',
    });
    for (const capacity of [0, -5, 2.5, 1e9]) {
      expect(await rooms.add(theSystem, { ...room, name: 'Sala 3', capacity })).toMatchObject({
        code: 'ROOM_CAPACITY_UNFIT',
      });
    }
    expect(await rooms.add(theSystem, { ...room, name: '  ' })).toMatchObject({ code: 'TEXT_MISSING', field: 'name' });
    await expect(rooms.add(staffOf(newId()), room)).rejects.toThrow(NotAllowed);
  });
});
