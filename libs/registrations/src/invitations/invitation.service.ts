import { isLine, tidyLine, type Refusal } from '#kernel';
import { EventRepository } from '#events';
import { nothingChanged, NotFound, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { AllOrNothing } from '../all-or-nothing.js';
import { requireStaff } from '../delegations/delegation.policy.js';
import { BulkInvitation, endOf, type Subject } from './bulk-invitation.js';
import { FocalPointSubjects, type FocalPointRow } from './focal-point-subjects.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationRevoked } from './invitation.events.js';
import { InvitationRepository } from './invitation.repository.js';
import { invitationLifecycle, invitationRefusals } from './invitation.rules.js';
import { InvitationSender } from './invitation-sender.js';
import type { InviteeRow } from './invitees.js';

const topicLimit = 200;

export interface SpeakerRow extends InviteeRow {
  /** The session to speak in; null for the event as a whole. */
  readonly sessionId?: string | null;
  /** What to speak about, in words, as the mail says it. */
  readonly topic: string;
}

/** The organisers' side of invitations. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly invitations: InvitationRepository,
    private readonly bulk: BulkInvitation,
    private readonly focalPoints: FocalPointSubjects,
    private readonly sender: InvitationSender,
  ) {}

  /** Grants each institution a delegation with its quota and invites its focal point: all rows, or none. */
  inviteFocalPoints(
    viewer: Viewer,
    eventId: string,
    rows: readonly FocalPointRow[],
    submission: string | null = null,
  ): Promise<AllOrNothing<Invitation>> {
    const subjects = (work: Work) => this.focalPoints.of(work, viewer, eventId, rows);
    return this.bulk.send(viewer, { eventId, kind: 'focal_point', rows, submission, subjects });
  }

  inviteSpeakers(
    viewer: Viewer,
    eventId: string,
    rows: readonly SpeakerRow[],
    submission: string | null = null,
  ): Promise<AllOrNothing<Invitation>> {
    const subjects = async (work: Work) => {
      const named = rows.flatMap(({ sessionId }) => sessionId ?? []);
      return topicsOf(rows, await this.invitations.sessionsAmong(work.manager, eventId, named));
    };
    return this.bulk.send(viewer, { eventId, kind: 'speaker', rows, submission, subjects });
  }

  /** Sends it once more with a new link: to somebody who did not answer, declined, or whose mail bounced. */
  resend(viewer: Viewer, id: string): Promise<Invitation | Refusal> {
    return this.change(viewer, id, async (work, row) => {
      if (row.state !== 'queued' && !invitationLifecycle.allows(row.state, 'queued')) {
        return invitationRefusals.INVITATION_NOT_RESENDABLE();
      }
      const event = await this.events.byId(row.eventId, work.manager);
      const expiresAt = event && endOf(event, work.now);
      if (!expiresAt) return invitationRefusals.EVENT_OVER();
      await this.sender.sendAgain(work, viewer, row, expiresAt);
      return row;
    });
  }

  /** Takes an unanswered invitation back: its link opens nothing from now on. Revoking twice changes nothing. */
  revoke(viewer: Viewer, id: string): Promise<Invitation | Refusal> {
    return this.change(viewer, id, async (work, row) => {
      if (row.state === 'revoked') return nothingChanged(row);
      if (!invitationLifecycle.allows(row.state, 'revoked')) return invitationRefusals.INVITATION_ANSWERED();
      await this.sender.endLink(work, row);
      await this.sender.move(work, viewer, row, 'revoked', InvitationRevoked, 'revokeInvitation');
      return row;
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    body: (work: Work, row: Invitation) => Promise<Invitation | Refusal>,
  ): Promise<Invitation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.invitations.forChange(work.manager, id);
      if (!row) throw new NotFound('invitation');
      requireStaff(viewer, row.eventId, 'invitations.send', 'invitation');
      return body(work, row);
    });
  }
}

/** What each row is about, or all that is wrong with them. `sessions`: those of the event, of which alone may be spoken. */
function topicsOf(rows: readonly SpeakerRow[], sessions: ReadonlySet<string>): Subject[] | Refusal[] {
  const topics = rows.map(({ sessionId, topic }) => ({ subjectId: sessionId ?? null, topic: tidyLine(topic) }));
  const refusals = topics.flatMap(({ subjectId, topic }, index): Refusal[] => {
    const at = { row: index + 1 };
    if (subjectId !== null && !sessions.has(subjectId))
      return [invitationRefusals.SESSION_OF_ANOTHER(at, `input.${index}.sessionId`)];
    if (isLine(topic, topicLimit)) return [];
    return [invitationRefusals.TOPIC_WRONG({ ...at, limit: topicLimit }, `input.${index}.topic`)];
  });
  return refusals.length > 0 ? refusals : topics;
}
