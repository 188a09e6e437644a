import { InstitutionRepository } from '#institutions';
import { declareExport, Exporter, requireMayAtEvent, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventOrganizerRepository } from './event-organizer.repository.js';
import type { OrganizerRole } from './event-organizer.rules.js';
import { organizerRoleTerms } from './event-organizer.terms.js';

interface Row {
  readonly institution: string;
  readonly role: OrganizerRole;
}

/** In protocol order, under the headings of the import: a file that was taken can be brought to another event. */
const organizerExport = declareExport<Row>({
  kind: 'organizers',
  title: { es: 'Quienes organizan', en: 'Who organises' },
  isPersonal: false,
  columns: [
    { label: { es: 'Institución', en: 'Institution' }, text: ({ institution }) => institution },
    { label: { es: 'Papel', en: 'Role' }, text: ({ role }, { language }) => organizerRoleTerms[role][language] },
  ],
});

@Injectable()
export class EventOrganizerExporter extends Exporter<Row> {
  readonly kind = organizerExport;

  constructor(
    private readonly organizers: EventOrganizerRepository,
    private readonly institutions: InstitutionRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, scope: ExportQuery): void {
    requireMayAtEvent(viewer, 'event.read', scope);
  }

  async *rows(_: Viewer, { eventId = '' }: ExportQuery): AsyncIterable<Row[]> {
    const organizers = await this.organizers.ofEvent(eventId);
    const institutions = await this.institutions.byIds(organizers.map(({ institutionId }) => institutionId));
    yield organizers.map(({ institutionId, role }) => ({
      institution: institutions.get(institutionId)?.name ?? '',
      role,
    }));
  }
}
