import { newId } from '#kernel';
import { AuditService, LinkService } from '#identity';
import type { DomainEvent, Viewer, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Invitation } from './invitation.entity.js';
import { InvitationQueued, type InvitationFact } from './invitation.events.js';
import { invitationLifecycle, type InvitationKind, type InvitationState } from './invitation.rules.js';

export interface InvitationDraft {
  readonly eventId: string;
  readonly kind: InvitationKind;
  readonly personId: string;
  readonly subjectId: string | null;
  readonly topic: string | null;
  readonly expiresAt: Date;
}

/** The one place where an invitation gets its link and changes its state. */
@Injectable()
export class InvitationSender {
  constructor(
    private readonly links: LinkService,
    private readonly audit: AuditService,
  ) {}

  /** Writes an invitation with its link; its mail goes out when the unit of work commits. */
  async send(work: Work, viewer: Viewer, draft: InvitationDraft): Promise<Invitation> {
    const id = newId();
    const { eventId, personId, expiresAt } = draft;
    const { linkId } = await this.links.issue(work, {
      purpose: 'invitation',
      eventId,
      subjectId: id,
      personId,
      expiresAt,
    });
    const fresh = {
      id,
      linkId,
      state: 'queued',
      sends: 1,
      createdAt: work.now,
      answeredAt: null,
      delegatedToId: null,
    } as const;
    const row = work.manager.create(Invitation, { ...draft, ...fresh });
    await work.manager.insert(Invitation, row);
    await this.note(work, viewer, row, 'invitation.sent');
    await work.record(InvitationQueued, { invitationId: id, sends: '1' });
    return row;
  }

  /** Sends a locked invitation once more, with a new link; the old one then tells that a newer one was sent. */
  async sendAgain(work: Work, viewer: Viewer, row: Invitation, expiresAt: Date): Promise<void> {
    const before = row.state;
    if (!row.linkId) throw new Error(`The invitation ${row.id} never had a link`);
    const { linkId } = await this.links.replace(work, row.linkId, expiresAt);
    Object.assign(row, { state: 'queued', sends: row.sends + 1, linkId, expiresAt, answeredAt: null });
    const { id, state, sends } = row;
    await work.manager.update(Invitation, { id }, { state, sends, linkId, expiresAt, answeredAt: null });
    await this.note(work, viewer, row, 'resendInvitation', before);
    await work.record(InvitationQueued, { invitationId: id, sends: String(sends) });
  }

  /** Moves a locked invitation; throws when the lifecycle has no such move. */
  async move(
    work: Work,
    viewer: Viewer,
    row: Invitation,
    state: InvitationState,
    fact: DomainEvent<InvitationFact>,
    verb?: string,
  ): Promise<void> {
    const before = row.state;
    if (!invitationLifecycle.allows(before, state))
      throw new Error(`An invitation does not go from ${before} to ${state}`);
    row.state = state;
    row.answeredAt = work.now;
    const { id, answeredAt, delegatedToId } = row;
    await work.manager.update(Invitation, { id }, { state, answeredAt, delegatedToId });
    await this.note(work, viewer, row, verb ?? `invitation.${state}`, before);
    await work.record(fact, { invitationId: id });
  }

  /** Notes the list as which they were invited, beside the entries of each of them. */
  async listed(work: Work, viewer: Viewer, eventId: string, action: string, ids: readonly string[]): Promise<void> {
    const subject = { subject: 'Event', subjectId: eventId, eventId };
    await this.audit.record(work, { viewer, action, ...subject, after: { invitations: ids } });
  }

  async endLink(work: Work, row: Invitation): Promise<void> {
    if (row.linkId) await this.links.revoke(work, row.linkId);
  }

  private note(work: Work, viewer: Viewer, row: Invitation, action: string, before?: InvitationState): Promise<void> {
    const { id, eventId, state } = row;
    const states = { before: before && { state: before }, after: { state } };
    return this.audit.record(work, { viewer, action, subject: 'Invitation', subjectId: id, eventId, ...states });
  }
}
