import type { Role } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventStaff } from './event-staff.entity.js';
import { OrganizationStaff } from './organization-staff.entity.js';
import type { Place } from './role.rules.js';

export interface HeldRole {
  readonly role: Role;
  readonly grantedAt: Date;
}

/** Roles at events and at organisations alike: one row per account and place. */
@Injectable()
export class RoleRepository {
  forChange(manager: EntityManager, place: Place, accountId: string): Promise<HeldRole | null> {
    const options = { where: { ...place, accountId }, lock: { mode: 'pessimistic_write' as const } };
    return 'eventId' in place ? manager.findOne(EventStaff, options) : manager.findOne(OrganizationStaff, options);
  }

  async put(manager: EntityManager, place: Place, accountId: string, held: HeldRole): Promise<void> {
    if ('eventId' in place)
      await manager.upsert(EventStaff, { ...place, accountId, ...held }, ['accountId', 'eventId']);
    else await manager.upsert(OrganizationStaff, { ...place, accountId, ...held }, ['accountId', 'organizationId']);
  }

  async remove(manager: EntityManager, place: Place, accountId: string): Promise<void> {
    if ('eventId' in place) await manager.delete(EventStaff, { ...place, accountId });
    else await manager.delete(OrganizationStaff, { ...place, accountId });
  }
}
