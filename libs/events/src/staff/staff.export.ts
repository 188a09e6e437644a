import { eventRoleTerms } from '#identity';
import { isId } from '#kernel';
import { declareExport, Exporter, NotAllowed, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { isNowhere, placesWhere } from './staff-places.js';
import { StaffRoleRepository, type StaffRole } from './staff-role.repository.js';

/** The headings are those of the import; somebody with two roles stands in two rows. */
const staffExport = declareExport<StaffRole>({
  kind: 'staff',
  title: { es: 'Personal y roles', en: 'Staff and roles' },
  isPersonal: true,
  columns: [
    { label: { es: 'Correo', en: 'E-mail' }, text: ({ email }) => email },
    { label: { es: 'Nombre', en: 'Name' }, text: ({ name }) => name },
    { label: { es: 'Rol', en: 'Role' }, text: ({ role }, { language }) => eventRoleTerms[role][language] },
    { label: { es: 'Dónde', en: 'Where' }, text: ({ eventSlug, organizationName }) => eventSlug ?? organizationName },
    { label: { es: 'Nombre del evento', en: 'Name of the event' }, text: ({ eventName }) => eventName ?? '' },
    {
      label: { es: 'Cuenta', en: 'Account' },
      text: ({ disabledAt }, { language }) => accountStates[disabledAt ? 'disabled' : 'active'][language],
    },
  ],
});

const accountStates = {
  active: { es: 'Activa', en: 'Active' },
  disabled: { es: 'Desactivada', en: 'Disabled' },
};

@Injectable()
export class StaffExporter extends Exporter<StaffRole> {
  readonly kind = staffExport;

  constructor(private readonly repository: StaffRoleRepository) {
    super();
  }

  requireMayExport(viewer: Viewer, { organizationId, eventId }: ExportQuery): void {
    if (isNowhere(placesWhere(viewer, 'personal.export'))) throw new NotAllowed();
    if ([organizationId, eventId].some((id) => id && !isId(id))) throw new NotAllowed();
  }

  async *rows(viewer: Viewer, query: ExportQuery): AsyncIterable<StaffRole[]> {
    const { search, organizationId, eventId } = query;
    const wish = {
      ...placesWhere(viewer, 'personal.export'),
      ...{ search, organizationId: organizationId || null, eventId: eventId || null },
    };
    let after: string | undefined;
    do {
      const page = await this.repository.page(wish, { first: 200, after });
      yield [...page.rows];
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}
