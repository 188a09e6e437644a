import { InstitutionRepository, type Institution } from '#institutions';
import { isId } from '#kernel';
import { PersonRepository, type Person } from '#people';
import { declareExport, Exporter, NotFound, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Delegation } from './delegation.entity.js';
import { DelegationRepository } from './delegation.repository.js';
import { delegationStateTerms } from './delegation.terms.js';
import { delegationLifecycle } from './delegation.rules.js';

interface Row {
  readonly delegation: Delegation;
  readonly institution: Institution | undefined;
  readonly focalPoint: Person | undefined;
}

/** Headings that the import has too are spelt as there, so that a file that was taken can be mended and brought back. */
const delegationExport = declareExport<Row>({
  kind: 'delegations',
  title: { es: 'Delegaciones', en: 'Delegations' },
  isPersonal: true,
  columns: [
    { label: { es: 'Institución', en: 'Institution' }, text: ({ institution }) => institution?.name ?? '' },
    { label: { es: 'Cupo', en: 'Quota' }, text: ({ delegation }) => String(delegation.quota) },
    { label: { es: 'Ocupados', en: 'Taken' }, text: ({ delegation }) => String(delegation.taken) },
    {
      label: { es: 'Nombres del punto focal', en: 'Given names of the focal point' },
      text: ({ focalPoint }) => focalPoint?.givenNames ?? '',
    },
    {
      label: { es: 'Apellidos del punto focal', en: 'Family names of the focal point' },
      text: ({ focalPoint }) => focalPoint?.familyNames ?? '',
    },
    {
      label: { es: 'Correo del punto focal', en: 'E-mail of the focal point' },
      text: ({ focalPoint }) => focalPoint?.email ?? '',
    },
    {
      label: { es: 'Teléfono del punto focal', en: 'Phone of the focal point' },
      text: ({ focalPoint }) => focalPoint?.phone ?? '',
    },
    {
      label: { es: 'Estado', en: 'State' },
      text: ({ delegation }, { language }) => delegationStateTerms[delegation.state][language],
    },
  ],
});

/** The delegations of one event, with the filters of the list. */
@Injectable()
export class DelegationExporter extends Exporter<Row> {
  readonly kind = delegationExport;

  constructor(
    private readonly delegations: DelegationRepository,
    private readonly persons: PersonRepository,
    private readonly institutions: InstitutionRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, { eventId = '' }: ExportQuery): void {
    if (!isId(eventId)) throw new NotFound('event');
    requireMay(viewer, 'personal.export', eventId);
  }

  async *rows(_: Viewer, { eventId = '', search, ...query }: ExportQuery): AsyncIterable<Row[]> {
    const states = delegationLifecycle.states.filter((state) => state === query['state']);
    let after: string | undefined;
    do {
      const page = await this.delegations.page(eventId, { states, search }, { first: 200, after });
      const persons = await this.persons.byIds(page.rows.flatMap(({ focalPointPersonId: id }) => id ?? []));
      const institutions = await this.institutions.byIds(page.rows.map(({ institutionId }) => institutionId));
      yield page.rows.map((delegation) => ({
        delegation,
        institution: institutions.get(delegation.institutionId),
        focalPoint: persons.get(delegation.focalPointPersonId ?? ''),
      }));
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}
