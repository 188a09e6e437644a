import { isRefusal, tidyLine, type Refusal } from '#kernel';
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
import { comparable, readNumber } from '../lists/cell-reading.js';
import { RoomRepository } from './room.repository.js';
import { RoomService } from './room.service.js';
import { VenueRepository } from './venue.repository.js';
import { VenueService } from './venue.service.js';

const roomImport = declareImport({
  kind: 'rooms',
  title: { es: 'Salas', en: 'Rooms' },
  columns: {
    venue: textColumn({
      label: { es: 'Sede', en: 'Venue' },
      aliases: ['Local', 'Lugar'],
      required: true,
      example: 'Paraninfo Universitario',
      hint: { es: 'Si no está, se agrega con su dirección.', en: 'If it is not there, it is added with its address.' },
    }),
    address: textColumn({
      label: { es: 'Dirección de la sede', en: 'Address of the venue' },
      aliases: ['Dirección'],
      example: 'Av. de la Cultura 733',
      hint: { es: 'Solo hace falta para una sede nueva.', en: 'Needed for a new venue alone.' },
    }),
    name: textColumn({
      label: { es: 'Sala', en: 'Room' },
      aliases: ['Nombre', 'Nombre de la sala', 'Ambiente'],
      required: true,
      example: 'Sala 1',
    }),
    capacity: {
      label: { es: 'Aforo', en: 'Capacity' },
      aliases: ['Capacidad', 'Asientos'],
      required: true,
      example: '80',
      read: readNumber,
    },
  },
});

type Columns = typeof roomImport.columns;

/** Adds rooms, and the venues that they name. A room of the same name in the same venue is passed over. */
@Injectable()
export class RoomImporter extends VerbImporter<Columns> {
  readonly kind = roomImport;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly rooms: RoomRepository,
    private readonly venues: VenueRepository,
    private readonly roomService: RoomService,
    private readonly venueService: VenueService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer, scope: ImportScope): void {
    requireMayAtEvent(viewer, 'event.change', scope);
  }

  protected async add({ values }: ReadRow<Columns>, { viewer, scope, work }: ImportContext) {
    const eventId = scope.eventId ?? '';
    const venue = await this.venueOf(values, { viewer, scope, work });
    if (isRefusal(venue)) return venue;
    const rooms = await this.rooms.ofEvent(eventId, work.manager);
    const same = rooms.find(
      ({ name, venueId }) => venueId === venue.id && comparable(name) === comparable(values.name),
    );
    if (same) return venue.made;
    const room = await this.roomService.add(viewer, {
      venueId: venue.id,
      name: values.name,
      capacity: values.capacity,
    });
    return isRefusal(room) ? room : [room.id, ...venue.made];
  }

  private async venueOf(
    { venue: name, address }: ReadRow<Columns>['values'],
    { viewer, scope, work }: ImportContext,
  ): Promise<{ id: string; made: string[] } | Refusal> {
    const eventId = scope.eventId ?? '';
    const known = await this.venues.named(eventId, tidyLine(name), work.manager);
    if (known) return { id: known.id, made: [] };
    const venue = await this.venueService.add(viewer, { eventId, name, address: address ?? '' });
    return isRefusal(venue) ? venue : { id: venue.id, made: [venue.id] };
  }

  /** Rooms first: a venue with other rooms by now stays, and the whole undoing is refused. */
  override readonly undo = async (created: readonly string[], { work: { manager } }: ImportContext): Promise<void> => {
    await manager.query('DELETE FROM room WHERE id = ANY($1)', [created]);
    const left = await manager.query<unknown[]>('SELECT FROM room WHERE venue_id = ANY($1) LIMIT 1', [created]);
    if (left.length > 0) throw new InUse();
    await manager.query('DELETE FROM venue WHERE id = ANY($1)', [created]);
  };
}
