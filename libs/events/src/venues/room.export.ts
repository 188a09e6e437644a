import { declareExport, Exporter, requireMayAtEvent, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { RoomRepository } from './room.repository.js';
import { VenueRepository } from './venue.repository.js';

interface Row {
  readonly venue: string;
  readonly address: string;
  readonly room: string;
  readonly capacity: number;
}

/** The headings are those of the import, so that a file that was taken can be mended and brought back. */
const roomExport = declareExport<Row>({
  kind: 'rooms',
  title: { es: 'Salas', en: 'Rooms' },
  isPersonal: false,
  columns: [
    { label: { es: 'Sede', en: 'Venue' }, text: ({ venue }) => venue },
    { label: { es: 'Dirección de la sede', en: 'Address of the venue' }, text: ({ address }) => address },
    { label: { es: 'Sala', en: 'Room' }, text: ({ room }) => room },
    { label: { es: 'Aforo', en: 'Capacity' }, text: ({ capacity }) => String(capacity) },
  ],
});

@Injectable()
export class RoomExporter extends Exporter<Row> {
  readonly kind = roomExport;

  constructor(
    private readonly rooms: RoomRepository,
    private readonly venues: VenueRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, scope: ExportQuery): void {
    requireMayAtEvent(viewer, 'event.read', scope);
  }

  async *rows(_: Viewer, { eventId = '' }: ExportQuery): AsyncIterable<Row[]> {
    const venues = (await this.venues.ofEvents([eventId])).get(eventId) ?? [];
    const byId = new Map(venues.map((venue) => [venue.id, venue]));
    const rooms = await this.rooms.ofEvent(eventId);
    yield rooms.map(({ venueId, name: room, capacity }) => {
      const venue = byId.get(venueId);
      return { venue: venue?.name ?? '', address: venue?.address ?? '', room, capacity };
    });
  }
}
