import { isId, type Refusal } from '#kernel';
import { NotAllowed, organizationsWhere, requireMay, type Operation, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { OrganizationRepository } from './organization.repository.js';
import { organizationRefusals } from './organization.rules.js';

/** To which organisation something new belongs: who works for one need not say. */
@Injectable()
export class OrganizationChoice {
  constructor(private readonly organizations: OrganizationRepository) {}

  /** The id of the wished organisation, or of the only one at which the viewer may do the operation. Throws NotAllowed when there is none. */
  async of(viewer: Viewer, operation: Operation, wished?: string | null): Promise<string | Refusal> {
    if (wished) {
      if (!isId(wished)) throw new NotAllowed();
      requireMay(viewer, operation, { organizationId: wished });
      return wished;
    }
    const among = organizationsWhere(viewer, operation) ?? (await this.organizations.all()).map(({ id }) => id);
    if (among.length === 0) throw new NotAllowed();
    return among.length === 1 ? among[0] : organizationRefusals.ORGANIZATION_NEEDED({}, 'organizationId');
  }
}
