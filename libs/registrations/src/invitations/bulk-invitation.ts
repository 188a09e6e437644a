import { isRefusal, nextDay, startOfDay, type Refusal } from '#kernel';
import { EventRepository, type Event } from '#events';
import type { Person } from '#people';
import { NotFound, once, requireRecentProof, UnitOfWork, violatedConstraint, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { allDone, nothingDone, type AllOrNothing } from '../all-or-nothing.js';
import { requireStaff } from '../delegations/delegation.policy.js';
import { Invitation } from './invitation.entity.js';
import { InvitationRepository } from './invitation.repository.js';
import { fromBulk, invitationEnd, invitationRefusals, mostAtOnce, type InvitationKind } from './invitation.rules.js';
import { InvitationSender } from './invitation-sender.js';
import { Invitees, type InviteeRow } from './invitees.js';

/** One list of invitations of a kind. `subjects` runs in the unit of work and may refuse rows. */
export interface InvitationList<Row extends InviteeRow> {
  readonly eventId: string;
  readonly kind: InvitationKind;
  readonly rows: readonly Row[];
  readonly submission: string | null;
  readonly subjects: (work: Work) => Promise<Subject[] | Refusal[]>;
}

export interface Subject {
  readonly subjectId: string | null;
  readonly topic: string | null;
}

const listVerbs = { focal_point: 'inviteFocalPoints', speaker: 'inviteSpeakers' } as const;

/** Sends a list of invitations, all or none, once per submission. */
@Injectable()
export class BulkInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly invitations: InvitationRepository,
    private readonly invitees: Invitees,
    private readonly sender: InvitationSender,
  ) {}

  async send<Row extends InviteeRow>(viewer: Viewer, list: InvitationList<Row>): Promise<AllOrNothing<Invitation>> {
    requireStaff(viewer, list.eventId, 'invitations.send', 'event');
    if (list.rows.length >= fromBulk) requireRecentProof(viewer);
    const event = await this.events.byId(list.eventId);
    if (!event) throw new NotFound('event');
    if (list.rows.length < 1 || list.rows.length > mostAtOnce) {
      return nothingDone([invitationRefusals.INVITATIONS_TOO_MANY({ most: mostAtOnce }, 'input')]);
    }
    return this.twiceWhenRaced(() => this.sendOnce(viewer, list, event));
  }

  /** Whoever lost a race against the same list finds, the second time, what the other has written, and names the row. */
  private async twiceWhenRaced<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint !== 'invitation_once' && constraint !== 'delegation_once') throw error;
      return body();
    }
  }

  private sendOnce<Row extends InviteeRow>(
    viewer: Viewer,
    list: InvitationList<Row>,
    event: Event,
  ): Promise<AllOrNothing<Invitation>> {
    return this.unitOfWork.run(async (work) => {
      const { kind, eventId, rows, submission } = list;
      const request = { operation: `invite:${kind}:${eventId}`, key: submission, request: rows };
      const answer = await once(work, request, () => this.sendAll(work, viewer, list, event));
      if (isRefusal(answer)) return nothingDone([answer]);
      const sent = await this.invitations.byIds(answer, work.manager);
      return allDone(answer.flatMap((id) => sent.get(id) ?? []));
    });
  }

  /** Undoes the unit of work with every refusal at once, so that the list is mended in one go. */
  private async sendAll<Row extends InviteeRow>(
    work: Work,
    viewer: Viewer,
    list: InvitationList<Row>,
    event: Event,
  ): Promise<string[]> {
    const expiresAt = endOf(event, work.now);
    if (!expiresAt) return this.unitOfWork.undo(nothingDone([invitationRefusals.EVENT_OVER()]));
    const people = await this.invitees.of(work, list.rows, event);
    const subjects = await list.subjects(work);
    const refusals = [...people, ...subjects].filter((one): one is Refusal => isRefusal(one));
    if (refusals.length > 0) return this.unitOfWork.undo(nothingDone(refusals));
    const drafts = (people as Person[]).map(({ id }, index) => ({ personId: id, ...(subjects as Subject[])[index] }));
    await this.refuseInvited(work, list, drafts);
    const ids: string[] = [];
    for (const draft of drafts) {
      const { eventId, kind } = list;
      ids.push((await this.sender.send(work, viewer, { eventId, kind, expiresAt, ...draft })).id);
    }
    await this.sender.listed(work, viewer, list.eventId, listVerbs[list.kind], ids);
    return ids;
  }

  private async refuseInvited(
    work: Work,
    { eventId, kind }: { eventId: string; kind: InvitationKind },
    drafts: readonly { personId: string; subjectId: string | null }[],
  ): Promise<void> {
    const personIds = drafts.map(({ personId }) => personId);
    const seen = await this.invitations.livingKeys(work.manager, eventId, kind, personIds);
    const refusals = drafts.flatMap(({ personId, subjectId }, index) => {
      const key = `${personId} ${subjectId ?? ''}`;
      const isInvited = seen.has(key);
      seen.add(key);
      return isInvited ? [invitationRefusals.ALREADY_INVITED({ row: index + 1 }, `input.${index}.personId`)] : [];
    });
    if (refusals.length > 0) this.unitOfWork.undo(nothingDone(refusals));
  }
}

/** Until when an invitation to the event can be answered; null when the event is over. */
export function endOf(event: Event, now: Date): Date | null {
  const start = startOfDay(event.startsOn, event.zone);
  return invitationEnd(now, start, startOfDay(nextDay(event.endsOn), event.zone));
}
