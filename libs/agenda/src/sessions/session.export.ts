import { EventRepository, RoomRepository, type Event, type Room } from '#events';
import { dayOf, isId, timeOf, tidyLine } from '#kernel';
import { declareExport, Exporter, NotAllowed, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ThematicBlock } from '../blocks/thematic-block.entity.js';
import { ThematicBlockRepository } from '../blocks/thematic-block.repository.js';
import type { Session } from './session.entity.js';
import { SessionRepository, type SessionSearch } from './session.repository.js';
import { sessionKinds, sessionStates } from './session.rules.js';
import { sessionKindTerms, sessionStateTerms } from './session.terms.js';

interface Row {
  readonly session: Session;
  readonly zone: string;
  readonly room: Room | undefined;
  readonly block: ThematicBlock | undefined;
}

/** The headings are those of the import, so that a file that was taken can be mended and brought back. Who speaks stays out of it. */
const sessionExport = declareExport<Row>({
  kind: 'sessions',
  title: { es: 'Sesiones', en: 'Sessions' },
  isPersonal: false,
  columns: [
    { label: { es: 'Título', en: 'Title' }, text: ({ session }) => session.title },
    {
      label: { es: 'Tipo', en: 'Kind' },
      text: ({ session }, { language }) => sessionKindTerms[session.kind][language],
    },
    { label: { es: 'Día', en: 'Day' }, text: ({ session, zone }) => dayOf(session.startsAt, zone) },
    { label: { es: 'Empieza', en: 'Starts' }, text: ({ session, zone }) => timeOf(session.startsAt, zone) },
    { label: { es: 'Termina', en: 'Ends' }, text: ({ session, zone }) => timeOf(session.endsAt, zone) },
    { label: { es: 'Sala', en: 'Room' }, text: ({ room }) => room?.name ?? '' },
    { label: { es: 'Bloque temático', en: 'Thematic block' }, text: ({ block }) => block?.name ?? '' },
    { label: { es: 'Resumen', en: 'Summary' }, text: ({ session }) => session.summary },
    {
      label: { es: 'Estado', en: 'State' },
      text: ({ session }, { language }) => sessionStateTerms[session.state][language],
    },
  ],
});

@Injectable()
export class SessionExporter extends Exporter<Row> {
  readonly kind = sessionExport;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly events: EventRepository,
    private readonly rooms: RoomRepository,
    private readonly blocks: ThematicBlockRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, { eventId }: ExportQuery): void {
    if (!eventId || !isId(eventId)) throw new NotAllowed();
    requireMay(viewer, 'event.read', eventId);
  }

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const event = await this.events.byId(query['eventId'] ?? '');
    if (!event) return;
    const search = searchOf(event, query);
    let after: string | undefined;
    do {
      const page = await this.sessions.found(search, { first: 200, after });
      yield await this.shown(page.rows, event);
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }

  private async shown(sessions: readonly Session[], { zone }: Event): Promise<Row[]> {
    const rooms = await this.rooms.byIds(sessions.flatMap(({ roomId }) => roomId ?? []));
    const blocks = await this.blocks.byIds(sessions.flatMap(({ blockId }) => blockId ?? []));
    return sessions.map((session) => ({
      session,
      zone,
      room: rooms.get(session.roomId ?? ''),
      block: blocks.get(session.blockId ?? ''),
    }));
  }
}

/** The filters of the list, as its address carries them. */
function searchOf({ id: eventId }: Event, query: ExportQuery): SessionSearch {
  const idOf = (text: string | undefined) => (text && isId(text) ? text : null);
  return {
    eventId,
    words: tidyLine(query['search'] ?? '') || null,
    day: query['day'] ?? null,
    kind: sessionKinds.find((kind) => kind === query['kind']) ?? null,
    state: sessionStates.find((state) => state === query['state']) ?? null,
    roomId: idOf(query['room']),
    blockId: idOf(query['block']),
  };
}
