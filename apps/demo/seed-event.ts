import { Session, Speaker, ThematicBlock } from '#agenda';
import { Event, EventOrganizer, EventSeries, Room, Venue } from '#events';
import { instantOf, newId, nextDay } from '#kernel';
import type { Work } from '#platform';
import { rooms, sessions, type RoomKey, type SessionSketch } from './agenda.sketch.js';
import { encuentro, themes } from './encuentro.facts.js';
import type { SeededInstitutions } from './seed-institutions.js';

export interface SeededEvent {
  readonly id: string;
  readonly rooms: ReadonlyMap<RoomKey, string>;
}

/** The instant of a wall-clock time on the first (0) or second (1) day of the event. */
export function at(day: 0 | 1, time: string): Date {
  const date = day === 0 ? encuentro.startsOn : nextDay(encuentro.startsOn);
  const instant = instantOf(`${date}T${time}`, encuentro.zone);
  if (!instant) throw new Error(`No such time: ${date} ${time}`);
  return instant;
}

/** The event with its organisers, venue, rooms and its agenda, not yet published. */
export async function seedEvent(work: Work, institutions: SeededInstitutions): Promise<SeededEvent> {
  const id = newId();
  const seriesId = newId();
  await work.manager.insert(EventSeries, { id: seriesId, name: encuentro.seriesName, editionStyle: 'roman' });
  const { editionNumber, slug, zone, startsOn, endsOn, city, seriesName } = encuentro;
  const event = { id, seriesId, name: seriesName, editionNumber, slug, zone, startsOn, endsOn, city };
  await work.manager.insert(Event, { ...event, country: 'PE', state: 'published', isDemonstration: true });
  await seedOrganizers(work, id, institutions);
  const roomIds = await seedRooms(work, id);
  await seedAgenda(work, { id, rooms: roomIds }, institutions);
  return { id, rooms: roomIds };
}

async function seedOrganizers(work: Work, eventId: string, { named }: SeededInstitutions): Promise<void> {
  const organizers = [
    { key: 'anammpe', role: 'organiser' as const },
    { key: 'citetextil', role: 'technical_ally' as const },
  ];
  await work.manager.insert(
    EventOrganizer,
    organizers.map(({ key, role }, index) => ({
      id: newId(),
      eventId,
      institutionId: named.get(key)!.id,
      role,
      order: index + 1,
    })),
  );
}

async function seedRooms(work: Work, eventId: string): Promise<ReadonlyMap<RoomKey, string>> {
  const venueId = newId();
  await work.manager.insert(Venue, { id: venueId, eventId, name: encuentro.venue, address: 'Cusco' });
  const rows = rooms.map(({ key, name, capacity }, index) => ({
    key,
    row: { id: newId(), eventId, venueId, name, capacity, order: index + 1 },
  }));
  await work.manager.insert(
    Room,
    rows.map(({ row }) => row),
  );
  return new Map(rows.map(({ key, row }) => [key, row.id]));
}

async function seedAgenda(work: Work, event: SeededEvent, institutions: SeededInstitutions): Promise<void> {
  const blocks = themes.map(({ name, colour }, index) => ({
    id: newId(),
    eventId: event.id,
    name,
    colour,
    order: index + 1,
  }));
  await work.manager.insert(ThematicBlock, blocks);
  const rows = sessions.map((sketch) => ({ sketch, row: sessionRow(sketch, event, blocks) }));
  await work.manager.insert(
    Session,
    rows.map(({ row }) => row),
  );
  await work.manager.insert(
    Speaker,
    rows.flatMap(({ sketch, row }) => speakerRows(sketch, row, institutions)),
  );
}

function sessionRow(sketch: SessionSketch, event: SeededEvent, blocks: readonly { id: string }[]) {
  const { day, from, to, kind, title } = sketch;
  return {
    id: newId(),
    eventId: event.id,
    kind,
    title,
    summary: '',
    startsAt: at(day, from),
    endsAt: at(day, to),
    roomId: sketch.room && (event.rooms.get(sketch.room) ?? null),
    blockId: sketch.theme === null ? null : blocks[sketch.theme].id,
    state: 'scheduled' as const,
    version: 1,
  };
}

function speakerRows(sketch: SessionSketch, session: ReturnType<typeof sessionRow>, { named }: SeededInstitutions) {
  return (sketch.speakers ?? []).map(({ institution, role }, index) => {
    const { personId, positionId } = named.get(institution)!;
    const { id: sessionId, eventId, startsAt, endsAt, state } = session;
    const when = { startsAt, endsAt, sessionState: state };
    return {
      id: newId(),
      sessionId,
      eventId,
      ...when,
      personId,
      positionId,
      role,
      order: index + 1,
      calendarSequence: 0,
    };
  });
}
