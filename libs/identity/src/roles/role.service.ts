import { isRefusal, type Refusal } from '#kernel';
import {
  NotFound,
  nothingChanged,
  refusedBy,
  requireMay,
  requireRecentProof,
  UnitOfWork,
  violatedConstraint,
  type Role,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { accountRefusals } from '../accounts/account.rules.js';
import { AuditService } from '../audit/audit.service.js';
import { EventStaff } from './event-staff.entity.js';
import { refuseRoleChange, type GivenRole } from './role.policy.js';
import { RoleRepository } from './role.repository.js';
import { roleRefusals, type Place } from './role.rules.js';

export interface RoleGrant {
  readonly eventId: string;
  /** Of the account that gets the role. */
  readonly email: string;
  readonly role: Role;
}

interface RoleChange {
  readonly action: string;
  readonly accountId: string;
  readonly place: Place;
  readonly before: Role | null;
  readonly after: Role | null;
}

/** Who may what where: roles at organisations and at events, given and taken by those who have at least as much. */
@Injectable()
export class RoleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly roles: RoleRepository,
    private readonly audit: AuditService,
  ) {}

  /** Gives the role, in place of the one that the account has there. */
  async give(viewer: Viewer, place: Place, email: string, role: Role): Promise<GivenRole | Refusal> {
    return this.put(viewer, place, { action: 'grantRole', email, role });
  }

  /** The same at an event. */
  async grant(viewer: Viewer, { eventId, email, role }: RoleGrant): Promise<EventStaff | Refusal> {
    const given = await this.put(viewer, { eventId }, { action: 'grantEventRole', email, role });
    return isRefusal(given) ? given : Object.assign(new EventStaff(), { ...given, eventId });
  }

  /** The role that the account has at the very place; null when it has none. */
  async held(work: Work, place: Place, accountId: string): Promise<Role | null> {
    return (await this.roles.forChange(work.manager, place, accountId))?.role ?? null;
  }

  /** Takes the role away; false when there was none. Whoever has a role may lay it down, but for the last owner. */
  async take(viewer: Viewer, place: Place, accountId: string, action = 'revokeRole'): Promise<boolean | Refusal> {
    requireMay(viewer, 'roles.change', place);
    requireRecentProof(viewer);
    return this.heldByTheDatabase(async (work) => {
      const before = await this.roles.forChange(work.manager, place, accountId);
      if (!before) return nothingChanged(false);
      const change = { accountId, before: before.role, after: null };
      const refusal = refuseRoleChange(viewer, place, change);
      if (refusal) return refusal;
      await this.roles.remove(work.manager, place, accountId);
      await this.note(work, viewer, { action, place, ...change });
      return true;
    });
  }

  /** The same at an event. */
  revoke(viewer: Viewer, eventId: string, accountId: string): Promise<boolean | Refusal> {
    return this.take(viewer, { eventId }, accountId, 'revokeEventRole');
  }

  /** In the unit of work that creates an event: its creator is its first organiser. The product itself has no account, and no role. */
  async makeOrganiser(work: Work, viewer: Viewer, eventId: string): Promise<void> {
    if (viewer.kind !== 'staff') return;
    const { accountId } = viewer;
    if (!(await this.accounts.byId(accountId))) return;
    await this.roles.put(work.manager, { eventId }, accountId, { role: 'organiser', grantedAt: work.now });
    const change = { accountId, place: { eventId }, before: null, after: 'organiser' } as const;
    await this.note(work, viewer, { action: 'role.granted', ...change });
  }

  private async put(
    viewer: Viewer,
    place: Place,
    { action, email, role }: { action: string; email: string; role: Role },
  ): Promise<GivenRole | Refusal> {
    requireMay(viewer, 'roles.change', place);
    requireRecentProof(viewer);
    return this.heldByTheDatabase(async (work) => {
      const account = await this.accounts.byEmail(email.trim(), work.manager);
      if (!account || account.disabledAt) return accountRefusals.ACCOUNT_UNKNOWN({}, 'email');
      const accountId = account.id;
      const before = await this.roles.forChange(work.manager, place, accountId);
      const change = { accountId, before: before?.role ?? null, after: role };
      const refusal = refuseRoleChange(viewer, place, change);
      if (refusal) return refusal;
      const grantedAt = before?.grantedAt ?? work.now;
      await this.roles.put(work.manager, place, accountId, { role, grantedAt });
      await this.note(work, viewer, { action, place, ...change });
      return { accountId, place, role, grantedAt };
    });
  }

  /** That an organisation keeps an owner, and that the place is there, is held by the database, however many change roles at once. */
  private async heldByTheDatabase<T>(body: (work: Work) => Promise<T>): Promise<T | Refusal> {
    try {
      return await refusedBy({ organization_keeps_an_owner: () => roleRefusals.LAST_OWNER({}, 'role') }, () =>
        this.unitOfWork.run(body),
      );
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'event_staff_event') throw new NotFound('event');
      if (constraint === 'organization_staff_organization_id_fkey') throw new NotFound('organisation');
      throw error;
    }
  }

  private note(work: Work, viewer: Viewer, change: RoleChange): Promise<void> {
    const { action, accountId, place, before, after } = change;
    const subject = 'eventId' in place ? 'EventStaff' : 'OrganizationStaff';
    const states = { before: { role: before }, after: { role: after } };
    return this.audit.record(work, { viewer, action, subject, subjectId: accountId, ...place, ...states });
  }
}
