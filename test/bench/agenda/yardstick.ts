import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * The yardstick (a): bare http and one statement that makes the whole answer in the database. Nothing of the product is in it. Run as a
 * process of its own; prints its port.
 */
const statement = `
  SELECT json_build_object('data', json_build_object('publishedAgenda', json_build_object(
    'number', 1,
    'event', json_build_object('name', event.name, 'city', city, 'zone', zone, 'startsOn', starts_on, 'endsOn', ends_on),
    'blocks', (
      SELECT json_agg(json_build_object('id', id, 'name', name, 'colour', colour) ORDER BY shown_order)
      FROM thematic_block WHERE event_id = event.id),
    'days', (
      SELECT json_agg(json_build_object('date', date, 'sessions', sessions) ORDER BY date)
      FROM (
        SELECT (starts_at AT TIME ZONE event.zone)::date AS date, json_agg(json_build_object(
          'id', session.id, 'kind', kind, 'title', title, 'startsAt', starts_at, 'endsAt', ends_at,
          'from', to_char(starts_at AT TIME ZONE event.zone, 'HH24:MI'), 'to', to_char(ends_at AT TIME ZONE event.zone, 'HH24:MI'),
          'room', room.name,
          'block', CASE WHEN block.id IS NOT NULL THEN json_build_object('name', block.name, 'colour', block.colour) END,
          'speakers', (
            SELECT coalesce(json_agg(json_build_object(
                'name', given_names || ' ' || family_names, 'role', speaker.role, 'position', position.title,
                'institution', coalesce(institution.short_name, institution.name)) ORDER BY speaker.shown_order), '[]')
            FROM speaker JOIN person ON person.id = person_id LEFT JOIN position ON position.id = position_id
            LEFT JOIN institution ON institution.id = institution_id WHERE session_id = session.id)
          ) ORDER BY starts_at, room.shown_order) AS sessions
        FROM session LEFT JOIN room ON room.id = room_id LEFT JOIN thematic_block AS block ON block.id = block_id
        WHERE session.event_id = event.id AND session.state = 'scheduled' GROUP BY 1) AS day)
  )))::text AS answer
  FROM event WHERE slug = $1`;

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const server = createServer((request, response) => {
  const slug = new URL(request.url ?? '', 'http://localhost').searchParams.get('slug');
  pool.query<{ answer: string }>({ name: 'agenda', text: statement, values: [slug] }).then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].answer),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
