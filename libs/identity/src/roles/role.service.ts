import type { Refusal } from '#kernel';
import {
  nothingChanged,
  NotFound,
  requireRole,
  UnitOfWork,
  violatedConstraint,
  type EventRole,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { accountRefusals } from '../accounts/account.rules.js';
import { AuditService } from '../audit/audit.service.js';
import { EventStaff } from './event-staff.entity.js';
import { EventStaffRepository } from './event-staff.repository.js';

export interface RoleGrant {
  readonly eventId: string;
  /** Of the account that gets the role. */
  readonly email: string;
  readonly role: EventRole;
}

interface RoleChange {
  readonly action: string;
  readonly accountId: string;
  readonly eventId: string;
  readonly before: EventRole | null;
  readonly after: EventRole | null;
}

/** Roles at an event, kept by its organisers and by administrators. */
@Injectable()
export class RoleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly staff: EventStaffRepository,
    private readonly audit: AuditService,
  ) {}

  /** Gives the role, in place of the one that the account has there. */
  async grant(viewer: Viewer, { eventId, email, role }: RoleGrant): Promise<EventStaff | Refusal> {
    requireRole(viewer, eventId, 'organiser');
    const account = await this.accounts.byEmail(email.trim());
    if (!account || account.disabledAt) return accountRefusals.ACCOUNT_UNKNOWN({}, 'email');
    const accountId = account.id;
    try {
      return await this.unitOfWork.run(async (work) => {
        const before = await this.staff.forChange(work.manager, eventId, accountId);
        const grantedAt = before?.grantedAt ?? work.now;
        await work.manager.upsert(EventStaff, { accountId, eventId, role, grantedAt }, ['accountId', 'eventId']);
        const change = { accountId, eventId, before: before?.role ?? null, after: role };
        await this.note(work, viewer, { action: 'grantEventRole', ...change });
        return work.manager.create(EventStaff, { accountId, eventId, role, grantedAt });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'event_staff_event') throw new NotFound('event');
      throw error;
    }
  }

  /** In the unit of work that creates an event: its creator is its first organiser. The product itself has no account, and no role. */
  async makeOrganiser(work: Work, viewer: Viewer, eventId: string): Promise<void> {
    if (viewer.kind !== 'staff') return;
    const { accountId } = viewer;
    if (!(await this.accounts.byId(accountId))) return;
    await work.manager.insert(EventStaff, { accountId, eventId, role: 'organiser', grantedAt: work.now });
    const change = { accountId, eventId, before: null, after: 'organiser' } as const;
    await this.note(work, viewer, { action: 'role.granted', ...change });
  }

  /** Takes the role away; false when there was none. */
  revoke(viewer: Viewer, eventId: string, accountId: string): Promise<boolean> {
    requireRole(viewer, eventId, 'organiser');
    return this.unitOfWork.run(async (work) => {
      const before = await this.staff.forChange(work.manager, eventId, accountId);
      if (!before) return nothingChanged(false);
      await work.manager.delete(EventStaff, { accountId, eventId });
      await this.note(work, viewer, {
        action: 'revokeEventRole',
        accountId,
        eventId,
        before: before.role,
        after: null,
      });
      return true;
    });
  }

  private note(work: Work, viewer: Viewer, change: RoleChange): Promise<void> {
    const { action, accountId, eventId, before, after } = change;
    const states = { before: { role: before }, after: { role: after } };
    return this.audit.record(work, { viewer, action, subject: 'EventStaff', subjectId: accountId, eventId, ...states });
  }
}
