import { isRefusal } from '#kernel';
import {
  declareFaults,
  declareImport,
  InUse,
  NotAllowed,
  organizationsWhere,
  textColumn,
  UnitOfWork,
  VerbImporter,
  type ImportColumn,
  type ImportContext,
  type ImportScope,
  type ReadRow,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { readDay, readNumber } from '../lists/cell-reading.js';
import { EventRepository } from './event.repository.js';
import { eventRefusals } from './event.rules.js';
import { EventService } from './event.service.js';
import { SeriesByName } from '../series/series-by-name.js';

const faults = declareFaults({
  COUNTRY_CODE_UNREADABLE: {
    wrong: { es: 'No es un código de país.', en: 'It is no country code.' },
    mend: { es: 'Escriba las dos letras ISO 3166: PE, BO, KR.', en: 'Write the two letters of ISO 3166: PE, BO, KR.' },
  },
});

const readCountryCode: ImportColumn<string>['read'] = (text) => {
  const value = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(value) ? { value } : { fault: faults.COUNTRY_CODE_UNREADABLE() };
};

const eventImport = declareImport({
  kind: 'events',
  title: { es: 'Eventos', en: 'Events' },
  columns: {
    series: textColumn({
      label: { es: 'Serie', en: 'Series' },
      required: true,
      example: 'Encuentro Nacional de Ejemplo',
      hint: { es: 'El nombre de una serie que ya está.', en: 'The name of a series that is there already.' },
    }),
    editionNumber: {
      label: { es: 'Número de edición', en: 'Edition number' },
      aliases: ['Edición', 'N.º'],
      required: true,
      example: '2',
      read: readNumber,
    },
    startsOn: {
      label: { es: 'Primer día', en: 'First day' },
      aliases: ['Inicio', 'Desde'],
      required: true,
      example: '2025-06-20',
      read: readDay,
    },
    endsOn: {
      label: { es: 'Último día', en: 'Last day' },
      aliases: ['Fin', 'Hasta'],
      required: true,
      example: '2025-06-21',
      read: readDay,
    },
    city: textColumn({ label: { es: 'Ciudad', en: 'City' }, required: true, example: 'Cusco' }),
    country: {
      label: { es: 'País', en: 'Country' },
      required: true,
      example: 'PE',
      hint: { es: 'Dos letras ISO 3166.', en: 'Two letters of ISO 3166.' },
      read: readCountryCode,
    },
    zone: textColumn({
      label: { es: 'Zona horaria', en: 'Time zone' },
      required: true,
      example: 'America/Lima',
      hint: { es: 'Su nombre IANA.', en: 'Its IANA name.' },
    }),
    name: textColumn({
      label: { es: 'Nombre', en: 'Name' },
      example: '',
      hint: { es: 'Vacío: el de su serie.', en: "Empty: its series'." },
    }),
  },
});

type Columns = typeof eventImport.columns;

/** Adds events as drafts; an edition that its series has already is passed over. They are not undone at once: they are archived. */
@Injectable()
export class EventImporter extends VerbImporter<Columns> {
  readonly kind = eventImport;
  protected override readonly columnOf = { seriesId: 'series' } as const;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly series: SeriesByName,
    private readonly events: EventRepository,
    private readonly service: EventService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer, _: ImportScope): void {
    if (organizationsWhere(viewer, 'event.create')?.length === 0) throw new NotAllowed();
  }

  protected async add({ values }: ReadRow<Columns>, { viewer, work }: ImportContext) {
    const series = await this.series.of(viewer, values.series, work.manager);
    if (!series) return eventRefusals.EVENT_SERIES_UNKNOWN({}, 'series');
    const { series: _, name, ...facts } = values;
    if (await this.events.edition(series.id, facts.editionNumber, work.manager)) return [];
    const event = await this.service.create(viewer, { ...facts, seriesId: series.id, ...(name && { name }) });
    return isRefusal(event) ? event : [event.id];
  }

  /** Drafts go as long as nothing stands in them; the role that they gave whoever imported goes with them. */
  override readonly undo = async (created: readonly string[], { work: { manager } }: ImportContext): Promise<void> => {
    const [{ isLeft }] = await manager.query<{ isLeft: boolean }[]>(
      `SELECT EXISTS (SELECT FROM event WHERE id = ANY($1) AND state <> 'draft')
         OR EXISTS (SELECT FROM event_staff WHERE event_id = ANY($1) GROUP BY event_id HAVING count(*) > 1) AS "isLeft"`,
      [created],
    );
    if (isLeft) throw new InUse();
    await manager.query('DELETE FROM event_staff WHERE event_id = ANY($1)', [created]);
    await manager.query('DELETE FROM event WHERE id = ANY($1)', [created]);
  };
}
