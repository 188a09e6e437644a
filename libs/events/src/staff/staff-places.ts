import { OrganizationRepository, type Place } from '#identity';
import { isId } from '#kernel';
import { may, organizationsWhere, type Operation, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventRepository } from '../events/event.repository.js';
import { comparable } from '../lists/cell-reading.js';

/** Where a viewer may do something: at whole organisations (null: at all of them), and at events besides. */
export interface Places {
  readonly organizations: readonly string[] | null;
  readonly events: readonly string[];
}

export function placesWhere(viewer: Viewer, operation: Operation): Places {
  const organizations = organizationsWhere(viewer, operation);
  const known = viewer.kind === 'staff' ? [...viewer.roles.keys()] : [];
  return { organizations, events: known.filter((id) => isId(id) && may(viewer, operation, id)) };
}

export function isNowhere({ organizations, events }: Places): boolean {
  return organizations?.length === 0 && events.length === 0;
}

/** Finds where a role shall hold, as people write it in a file: the address of an event, or the name of an organisation. */
@Injectable()
export class StaffPlaces {
  constructor(
    private readonly events: EventRepository,
    private readonly organizations: OrganizationRepository,
  ) {}

  /** Null also for a place where the viewer may not give roles: nobody finds out so what others have. */
  async of(viewer: Viewer, text: string, manager: EntityManager): Promise<Place | null> {
    const event = await this.events.bySlug(text.trim().toLowerCase(), manager);
    if (event && may(viewer, 'roles.change', event.id)) return { eventId: event.id };
    const among = await this.organizations.all(organizationsWhere(viewer, 'roles.change'), manager);
    const found = among.find(({ name }) => comparable(name) === comparable(text));
    return found ? { organizationId: found.id } : null;
  }
}
