import { daysOf, shownName } from '#events';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AgendaBlock, AgendaContent, AgendaEvent, AgendaSession } from './agenda-content.js';
import { sessionsByDay } from './agenda-content.rules.js';
import { AgendaVersion } from './agenda-version.entity.js';

type Series = Parameters<typeof shownName>[1];

interface Parts {
  readonly event: AgendaEvent & { readonly editionNumber: number } & Series;
  readonly blocks: AgendaBlock[];
  readonly sessions: (AgendaSession & { readonly date: string })[];
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const local = (column: string, format: string) => `to_char(${column} AT TIME ZONE event.zone, '${format}')`;

const eventPart = `
  jsonb_build_object(
    'id', event.id, 'slug', slug, 'name', event.name, 'editionNumber', edition_number, 'editionStyle', edition_style,
    'city', city, 'country', country, 'zone', zone, 'startsOn', starts_on, 'endsOn', ends_on,
    'isDemonstration', is_demonstration,
    'organizers', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', institution.name, 'shortName', short_name, 'role', role)
        ORDER BY protocol_order), '[]')
      FROM event_organizer JOIN institution ON institution.id = institution_id WHERE event_id = event.id),
    'venues', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', venue.name, 'address', address, 'rooms', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('name', room.name, 'capacity', capacity) ORDER BY shown_order), '[]')
          FROM room WHERE venue_id = venue.id AND archived_at IS NULL)) ORDER BY venue.name), '[]')
      FROM venue WHERE event_id = event.id AND archived_at IS NULL))`;

const blocksPart = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'colour', colour) ORDER BY shown_order), '[]')
  FROM thematic_block WHERE event_id = event.id)`;

const speakersPart = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'name', given_names || ' ' || family_names, 'role', speaker.role,
      'position', position.title, 'institution', coalesce(institution.short_name, institution.name))
    ORDER BY speaker.shown_order), '[]')
  FROM speaker JOIN person ON person.id = speaker.person_id
  LEFT JOIN position ON position.id = position_id LEFT JOIN institution ON institution.id = institution_id
  WHERE session_id = session.id)`;

const sessionsPart = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', session.id, 'date', ${local('starts_at', 'YYYY-MM-DD')}, 'kind', kind, 'title', title, 'summary', summary,
      'startsAt', ${instant('starts_at')}, 'endsAt', ${instant('ends_at')},
      'from', ${local('starts_at', 'HH24:MI')}, 'to', ${local('ends_at', 'HH24:MI')}, 'room', room.name,
      'block', CASE WHEN block.id IS NOT NULL
        THEN jsonb_build_object('id', block.id, 'name', block.name, 'colour', block.colour) END,
      'speakers', ${speakersPart})
    ORDER BY starts_at, room.shown_order NULLS FIRST, title), '[]')
  FROM session LEFT JOIN room ON room.id = room_id LEFT JOIN thematic_block AS block ON block.id = block_id
  WHERE session.event_id = event.id AND session.state = 'scheduled')`;

@Injectable()
export class AgendaVersionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The agenda as it stands now, in one statement and therefore from one instant; null for an unknown event. */
  async contentNow(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<AgendaContent | null> {
    const [parts] = await manager.query<Parts[]>(
      `SELECT ${eventPart} AS event, ${blocksPart} AS blocks, ${sessionsPart} AS sessions
       FROM event JOIN event_series AS series ON series.id = series_id WHERE event.id = $1`,
      [eventId],
    );
    if (!parts) return null;
    const { editionNumber, editionStyle, ...event } = parts.event;
    const name = shownName({ name: event.name, editionNumber }, { editionStyle });
    return { event: { ...event, name }, blocks: parts.blocks, days: sessionsByDay(daysOf(event), parts.sessions) };
  }

  /** Every version of an event's agenda, the latest first. */
  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<AgendaVersion[]> {
    return manager.find(AgendaVersion, { where: { eventId }, order: { number: 'DESC' } });
  }

  /** The version that stands published, also while its event is a draft. */
  published(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<AgendaVersion | null> {
    return manager.findOneBy(AgendaVersion, { eventId, state: 'published' });
  }

  async lastNumber(eventId: string, manager: EntityManager): Promise<number> {
    return (await manager.maximum(AgendaVersion, 'number', { eventId })) ?? 0;
  }

  async supersede(eventId: string, manager: EntityManager): Promise<void> {
    await manager.update(AgendaVersion, { eventId, state: 'published' }, { state: 'superseded' });
  }
}
