import { InstitutionRepository, type Institution } from '#institutions';
import { tidyLine } from '#kernel';
import { declareExport, Exporter, NotAllowed, organizationsWhere, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { documentOf, maskedDocument } from '../documents/document.rules.js';
import type { Position } from '../positions/position.entity.js';
import { PositionRepository } from '../positions/position.repository.js';
import type { Person } from './person.entity.js';
import { PersonRepository, personOrders } from './person.repository.js';

interface Row {
  readonly person: Person;
  readonly position: Position | null;
  readonly institution: Institution | null;
}

/** The headings are those of the import; somebody with two positions stands in two rows. Documents stay masked. */
const personExport = declareExport<Row>({
  kind: 'persons',
  title: { es: 'Personas y cargos', en: 'People and positions' },
  isPersonal: true,
  columns: [
    { label: { es: 'Nombres', en: 'Given names' }, text: ({ person }) => person.givenNames },
    { label: { es: 'Apellidos', en: 'Family names' }, text: ({ person }) => person.familyNames },
    { label: { es: 'Correo', en: 'E-mail' }, text: ({ person }) => person.email ?? '' },
    { label: { es: 'Teléfono', en: 'Phone' }, text: ({ person }) => person.phone ?? '' },
    {
      label: { es: 'Documento (oculto)', en: 'Document (masked)' },
      text: ({ person }) => {
        const document = documentOf(person);
        return document ? maskedDocument(document) : '';
      },
    },
    { label: { es: 'Idioma', en: 'Language' }, text: ({ person }) => person.language },
    { label: { es: 'Institución', en: 'Institution' }, text: ({ institution }) => institution?.name ?? '' },
    { label: { es: 'Cargo', en: 'Position' }, text: ({ position }) => position?.title ?? '' },
    { label: { es: 'Desde', en: 'From' }, text: ({ position }) => position?.startsOn ?? '' },
    { label: { es: 'Hasta', en: 'Until' }, text: ({ position }) => position?.endsOn ?? '' },
  ],
});

@Injectable()
export class PersonExporter extends Exporter<Row> {
  readonly kind = personExport;

  constructor(
    private readonly persons: PersonRepository,
    private readonly positions: PositionRepository,
    private readonly institutions: InstitutionRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer): void {
    if (organizationsWhere(viewer, 'personal.export')?.length === 0) throw new NotAllowed();
  }

  async *rows(viewer: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const search = {
      organizations: organizationsWhere(viewer, 'personal.export'),
      words: tidyLine(query['search'] ?? ''),
      institutionId: query['institution'],
      hasTwin: query['twins'] === 'true',
      archived: query['archived'] === 'true',
      order: personOrders.find((order) => order === query['order']),
    };
    let after: string | undefined;
    do {
      const page = await this.persons.found(search, { first: 200, after });
      yield await this.withPositions(page.rows);
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }

  private async withPositions(people: readonly Person[]): Promise<Row[]> {
    const positions = await this.positions.ofPersons(people.map(({ id }) => id));
    const ids = [...positions.values()].flatMap((held) => held.map(({ institutionId }) => institutionId));
    const institutions = await this.institutions.byIds(ids);
    return people.flatMap((person): Row[] => {
      const held = positions.get(person.id) ?? [];
      if (held.length === 0) return [{ person, position: null, institution: null }];
      return held.map((position) => ({
        ...{ person, position, institution: institutions.get(position.institutionId) ?? null },
      }));
    });
  }
}
