import { ReminderService } from '#communications';
import { comparable, readChoice, readDay, readTime, RoomRepository } from '#events';
import { isRefusal } from '#kernel';
import {
  declareImport,
  InUse,
  requireMayAtEvent,
  textColumn,
  UnitOfWork,
  VerbImporter,
  type ImportContext,
  type ImportScope,
  type ReadRow,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { ThematicBlockRepository } from '../blocks/thematic-block.repository.js';
import { blockRefusals } from '../blocks/thematic-block.rules.js';
import { SessionRepository } from './session.repository.js';
import { sessionRefusals } from './session.rules.js';
import { SessionService } from './session.service.js';
import { sessionKindTerms } from './session.terms.js';

const sessionImport = declareImport({
  kind: 'sessions',
  title: { es: 'Sesiones', en: 'Sessions' },
  columns: {
    title: textColumn({
      label: { es: 'Título', en: 'Title' },
      aliases: ['Sesión', 'Nombre'],
      required: true,
      example: 'Agua segura para la mancomunidad',
    }),
    kind: {
      label: { es: 'Tipo', en: 'Kind' },
      required: true,
      example: 'Ponencia',
      read: readChoice(sessionKindTerms),
    },
    day: {
      label: { es: 'Día', en: 'Day' },
      aliases: ['Fecha'],
      required: true,
      example: '2025-06-20',
      read: readDay,
    },
    from: {
      label: { es: 'Empieza', en: 'Starts' },
      aliases: ['Hora de inicio', 'Inicio', 'Desde'],
      required: true,
      example: '09:00',
      hint: { es: 'Hora del evento, con 24 horas.', en: "The event's own time, on 24 hours." },
      read: readTime,
    },
    to: {
      label: { es: 'Termina', en: 'Ends' },
      aliases: ['Hora de fin', 'Fin', 'Hasta'],
      required: true,
      example: '10:00',
      read: readTime,
    },
    room: textColumn({
      label: { es: 'Sala', en: 'Room' },
      example: '',
      hint: {
        es: 'El nombre de una sala del evento; vacío si es para todos.',
        en: "A room's name; empty when it is for all.",
      },
    }),
    block: textColumn({
      label: { es: 'Bloque temático', en: 'Thematic block' },
      aliases: ['Bloque', 'Eje'],
      example: '',
    }),
    summary: textColumn({ label: { es: 'Resumen', en: 'Summary' }, aliases: ['Descripción'], example: '' }),
  },
});

type Columns = typeof sessionImport.columns;

/** Adds sessions; one of the same title and start is passed over. Clashes of rooms are found among the rows too. */
@Injectable()
export class SessionImporter extends VerbImporter<Columns> {
  readonly kind = sessionImport;
  protected override readonly columnOf = { startsAt: 'from', endsAt: 'to', roomId: 'room', blockId: 'block' } as const;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly service: SessionService,
    private readonly sessions: SessionRepository,
    private readonly rooms: RoomRepository,
    private readonly blocks: ThematicBlockRepository,
    private readonly reminders: ReminderService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer, scope: ImportScope): void {
    requireMayAtEvent(viewer, 'agenda.change', scope);
  }

  protected async add({ values }: ReadRow<Columns>, { viewer, scope, work }: ImportContext) {
    const eventId = scope.eventId ?? '';
    const { title, kind, day, from, to, room, block, summary } = values;
    const startsAt = `${day}T${from}`;
    if (await this.sessions.isThere(eventId, title, startsAt, work.manager)) return [];
    const rooms = room ? await this.rooms.ofEvent(eventId, work.manager) : [];
    const roomId = rooms.find(({ name }) => comparable(name) === comparable(room ?? ''))?.id ?? null;
    if (room && !roomId) return sessionRefusals.ROOM_UNKNOWN({}, 'roomId');
    const blocks = block ? await this.blocks.ofEvent(eventId, work.manager) : [];
    const blockId = blocks.find(({ name }) => comparable(name) === comparable(block ?? ''))?.id ?? null;
    if (block && !blockId) return blockRefusals.BLOCK_UNKNOWN({}, 'blockId');
    const draft = { eventId, title, kind, summary, startsAt, endsAt: `${day}T${to}`, roomId, blockId };
    const session = await this.service.create(viewer, draft);
    return isRefusal(session) ? session : [session.id];
  }

  /** Only sessions as they were imported, in which nobody speaks yet. */
  override readonly undo = async (created: readonly string[], { work }: ImportContext): Promise<void> => {
    const { manager } = work;
    const leaning = await manager.query<unknown[]>(
      `SELECT FROM session WHERE id = ANY($1) AND (version > 1 OR EXISTS (SELECT FROM speaker WHERE session_id = session.id))
       LIMIT 1`,
      [created],
    );
    if (leaning.length > 0) throw new InUse();
    for (const subjectId of created) await this.reminders.cancel(work, { subjectKind: 'session', subjectId });
    await manager.query('DELETE FROM session WHERE id = ANY($1)', [created]);
  };
}
