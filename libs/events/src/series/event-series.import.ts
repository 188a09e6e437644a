import { isRefusal, type Refusal } from '#kernel';
import { OrganizationChoice } from '#identity';
import {
  declareImport,
  NotAllowed,
  organizationsWhere,
  textColumn,
  UnitOfWork,
  VerbImporter,
  type ImportContext,
  type ImportScope,
  type ReadRow,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { comparable, readChoice } from '../lists/cell-reading.js';
import { EventSeriesRepository } from './event-series.repository.js';
import { EventSeriesService } from './event-series.service.js';
import { editionStyleTerms } from './event-series.terms.js';

const seriesImport = declareImport({
  kind: 'series',
  title: { es: 'Series de eventos', en: 'Series of events' },
  columns: {
    name: textColumn({
      label: { es: 'Nombre', en: 'Name' },
      aliases: ['Serie', 'Nombre de la serie'],
      required: true,
      example: 'Encuentro Nacional de Ejemplo',
      hint: { es: 'Sin el número de edición.', en: 'Without the edition number.' },
    }),
    editionStyle: {
      label: { es: 'Cómo se numera', en: 'How it is numbered' },
      aliases: ['Numeración'],
      required: true,
      example: 'II Encuentro',
      read: readChoice(editionStyleTerms),
    },
  },
});

type Columns = typeof seriesImport.columns;

/** Adds series; one of the same name is passed over. */
@Injectable()
export class EventSeriesImporter extends VerbImporter<Columns> {
  readonly kind = seriesImport;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly choice: OrganizationChoice,
    private readonly series: EventSeriesRepository,
    private readonly service: EventSeriesService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer, { organizationId }: ImportScope): void {
    const among = organizationsWhere(viewer, 'event.create');
    if (among && (among.length === 0 || (organizationId && !among.includes(organizationId)))) throw new NotAllowed();
  }

  override async settle(viewer: Viewer, scope: ImportScope): Promise<ImportScope | Refusal> {
    const organizationId = await this.choice.of(viewer, 'event.create', scope.organizationId);
    return isRefusal(organizationId) ? organizationId : { eventId: null, organizationId };
  }

  protected async add({ values }: ReadRow<Columns>, { viewer, scope, work }: ImportContext) {
    const { organizationId } = scope;
    const present = await this.series.inUse(organizationId ?? '', work.manager);
    if (present.some(({ name }) => comparable(name) === comparable(values.name))) return [];
    const series = await this.service.create(viewer, { ...values, organizationId });
    return isRefusal(series) ? series : [series.id];
  }

  override readonly undo = async (created: readonly string[], { work: { manager } }: ImportContext): Promise<void> => {
    await manager.query('DELETE FROM event_series WHERE id = ANY($1)', [created]);
  };
}
