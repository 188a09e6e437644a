import { declareExport, Exporter, NotAllowed, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { InstitutionRelationRepository, type NamedMembership } from './institution-relation.repository.js';

/** The headings are those of the import, so that a file that was taken can be mended and brought back. */
const membershipExport = declareExport<NamedMembership>({
  kind: 'members',
  title: { es: 'Miembros de mancomunidades', en: 'Members of mancomunidades' },
  isPersonal: false,
  columns: [
    { label: { es: 'Mancomunidad', en: 'Mancomunidad' }, text: ({ of }) => of },
    { label: { es: 'Miembro', en: 'Member' }, text: ({ member }) => member },
  ],
});

@Injectable()
export class MembershipExporter extends Exporter<NamedMembership> {
  readonly kind = membershipExport;

  constructor(private readonly relations: InstitutionRelationRepository) {
    super();
  }

  requireMayExport(viewer: Viewer): void {
    if (viewer.kind !== 'staff') throw new NotAllowed();
  }

  async *rows(): AsyncIterable<readonly NamedMembership[]> {
    yield await this.relations.memberships();
  }
}
