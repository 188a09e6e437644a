import { InstitutionsByName } from '#institutions';
import { Refusal } from '#kernel';
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
import { EventRepository } from '../events/event.repository.js';
import { readChoice } from '../lists/cell-reading.js';
import { EventOrganizerRepository } from './event-organizer.repository.js';
import { organizerRefusals } from './event-organizer.rules.js';
import { EventOrganizerService } from './event-organizer.service.js';
import { organizerRoleTerms } from './event-organizer.terms.js';

const organizerImport = declareImport({
  kind: 'organizers',
  title: { es: 'Quienes organizan', en: 'Who organises' },
  columns: {
    institutionId: textColumn({
      label: { es: 'Institución', en: 'Institution' },
      aliases: ['Entidad', 'Organizadora'],
      required: true,
      example: 'Municipalidad Distrital de Ejemplo',
      hint: {
        es: 'Su nombre o su sigla, como está en Instituciones. El orden de las filas es el del protocolo: van después de las que ya están.',
        en: 'Its name or short name, as it stands in Institutions. The order of the rows is that of protocol: they go after those that are there.',
      },
    }),
    role: {
      label: { es: 'Papel', en: 'Role' },
      aliases: ['Rol', 'Calidad'],
      required: true,
      example: 'Coorganiza',
      read: readChoice(organizerRoleTerms),
    },
  },
});

type Columns = typeof organizerImport.columns;

/** Names institutions in the order of the rows, after those that are named. One that has the role already is passed over. */
@Injectable()
export class EventOrganizerImporter extends VerbImporter<Columns> {
  readonly kind = organizerImport;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly institutions: InstitutionsByName,
    private readonly organizers: EventOrganizerRepository,
    private readonly service: EventOrganizerService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer, scope: ImportScope): void {
    requireMayAtEvent(viewer, 'event.change', scope);
  }

  protected async add(
    { values }: ReadRow<Columns>,
    { viewer, scope, work }: ImportContext,
  ): Promise<readonly string[] | Refusal> {
    const eventId = scope.eventId ?? '';
    const find = await this.institutions.over(work.manager, [values.institutionId]);
    const institution = find(values.institutionId);
    if ('code' in institution) return new Refusal(institution.code, institution.details, 'institutionId');
    const present = await this.organizers.ofEvent(eventId, work.manager);
    const named = present.find(({ institutionId }) => institutionId === institution.id);
    if (named?.role === values.role) return [];
    if (named) return organizerRefusals.ORGANIZER_ALREADY_NAMED({}, 'institutionId');
    const all = await this.service.add(viewer, { eventId, institutionId: institution.id, role: values.role });
    return all instanceof Refusal ? all : all.slice(-1).map(({ id }) => id);
  }

  /** Those that stay move up. A public event keeps at least one: then the whole undoing is refused. */
  override readonly undo = async (created: readonly string[], { scope, work }: ImportContext): Promise<void> => {
    const event = await this.events.toChange(scope.eventId ?? '', work.manager);
    const present = await this.organizers.ofEvent(event?.id ?? '', work.manager);
    const rest = present.filter(({ id }) => !created.includes(id)).map(({ id }) => id);
    if (!event || (rest.length === 0 && event.state !== 'draft')) throw new InUse();
    await work.manager.query('DELETE FROM event_organizer WHERE id = ANY($1)', [created]);
    await this.organizers.reorder(event.id, rest, work.manager);
  };
}
