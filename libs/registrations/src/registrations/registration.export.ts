import { InstitutionRepository, type Institution } from '#institutions';
import { isId } from '#kernel';
import { PersonRepository, type Person } from '#people';
import { declareExport, Exporter, NotFound, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Delegation } from '../delegations/delegation.entity.js';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import type { Registration } from './registration.entity.js';
import { RegistrationRepository } from './registration.repository.js';
import { registrationLifecycle } from './registration.rules.js';
import { registrationStateTerms } from './registration.terms.js';

interface Row {
  readonly registration: Registration;
  readonly person: Person | undefined;
  readonly institution: Institution | undefined;
}

const registrationExport = declareExport<Row>({
  kind: 'registrations',
  title: { es: 'Inscripciones', en: 'Registrations' },
  isPersonal: true,
  columns: [
    { label: { es: 'Institución', en: 'Institution' }, text: ({ institution }) => institution?.name ?? '' },
    { label: { es: 'Nombres', en: 'Given names' }, text: ({ person }) => person?.givenNames ?? '' },
    { label: { es: 'Apellidos', en: 'Family names' }, text: ({ person }) => person?.familyNames ?? '' },
    { label: { es: 'Cargo', en: 'Position' }, text: ({ registration }) => registration.positionTitle },
    { label: { es: 'Correo', en: 'E-mail' }, text: ({ person }) => person?.email ?? '' },
    { label: { es: 'Teléfono', en: 'Phone' }, text: ({ person }) => person?.phone ?? '' },
    {
      label: { es: 'Estado', en: 'State' },
      text: ({ registration }, { language }) => registrationStateTerms[registration.state][language],
    },
  ],
});

/** The registrations of one event, with the filters of the list. */
@Injectable()
export class RegistrationExporter extends Exporter<Row> {
  readonly kind = registrationExport;

  constructor(
    private readonly registrations: RegistrationRepository,
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

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const { eventId = '', search = '', institution } = query;
    const states = registrationLifecycle.states.filter((state) => state === query['state']);
    const asked = { states, search, institutionId: institution && isId(institution) ? institution : null };
    let after: string | undefined;
    do {
      const page = await this.registrations.page(eventId, asked, { first: 200, after });
      yield await this.withNames(page.rows);
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }

  private async withNames(rows: readonly Registration[]): Promise<Row[]> {
    const persons = await this.persons.byIds(rows.map(({ personId }) => personId));
    const delegations = await this.delegations.byIds(rows.map(({ delegationId }) => delegationId));
    const institutions = await this.institutions.byIds(
      [...delegations.values()].map(({ institutionId }: Delegation) => institutionId),
    );
    return rows.map((registration) => ({
      registration,
      person: persons.get(registration.personId),
      institution: institutions.get(delegations.get(registration.delegationId)?.institutionId ?? ''),
    }));
  }
}
