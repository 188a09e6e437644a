import { eventTime } from '#events';
import { isRefusal, newId, tidyLine, type Refusal } from '#kernel';
import { UnitOfWork, violatedConstraint, type DomainEvent, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingScheduler } from '../bilateral/meeting-scheduler.js';
import { actsFor } from '../parties/meeting-party.policy.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import type { PartiesSlots } from '../slots/parties-slots.js';
import { SlotService } from '../slots/slot.service.js';
import { chosenStart, preferredStart, questionOf } from './chosen-slot.js';
import { MeetingRequestChange } from './meeting-request-change.js';
import { MeetingRequest } from './meeting-request.entity.js';
import * as happened from './meeting-request.events.js';
import * as rules from './meeting-request.rules.js';

type Answer = Promise<MeetingRequest | Refusal>;

/** What the parties do with a request. In every verb, `key` makes a repeated submission answer like the first. */
@Injectable()
export class MeetingRequestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: MeetingRequestChange,
    private readonly parties: MeetingPartyRepository,
    private readonly slots: SlotService,
    private readonly scheduler: MeetingScheduler,
  ) {}

  /** Asks another party for a meeting. */
  async send(viewer: Viewer, draft: rules.RequestDraft, key: string | null = null): Answer {
    actsFor(viewer, draft.eventId, [draft.fromPartyId]);
    const submission = { viewer, action: 'sendMeetingRequest', key, asked: draft };
    return this.change.add(submission, (work) => this.insert(work, draft));
  }

  /**
   * Accepts, and schedules the meeting in the slot that starts then (wall-clock, in the event's zone); without one, in the proposed or
   * preferred slot, or else the first free one. A slot lost to somebody quicker is a refusal with the next free ones.
   */
  async accept(viewer: Viewer, requestId: string, startsAt: string | null, key: string | null = null): Answer {
    const submission = { viewer, action: 'acceptMeetingRequest', key, asked: startsAt };
    return this.change.run(submission, requestId, async (work, request, actor) => {
      const refused = await this.refuseAnswer(request, 'accepted', actor, work);
      if (refused) return refused;
      const seen = await this.slots.toFill(questionOf(request), work);
      const wanted = chosenStart(request, actor, startsAt, seen);
      const slot = isRefusal(wanted) ? wanted : seen.freeSlot(wanted);
      if (isRefusal(slot)) return slot;
      const meeting = await this.scheduler.schedule(work, request, slot, seen);
      Object.assign(request, { state: 'accepted', answeredAt: work.now });
      await work.record(happened.MeetingRequestAccepted, { requestId, meetingId: meeting.id });
      return null;
    });
  }

  async decline(viewer: Viewer, requestId: string, reason: string, key: string | null = null): Answer {
    const submission = { viewer, action: 'declineMeetingRequest', key, asked: reason };
    return this.change.run(submission, requestId, async (work, request, actor) => {
      const refused = await this.refuseAnswer(request, 'declined', actor, work);
      return refused ?? this.end(work, request, 'declined', reason, happened.MeetingRequestDeclined);
    });
  }

  /** Proposes the slot that starts then instead; the other party answers. */
  async proposeAnotherTime(viewer: Viewer, requestId: string, startsAt: string, key: string | null = null): Answer {
    const submission = { viewer, action: 'proposeAnotherTime', key, asked: startsAt };
    return this.change.run(submission, requestId, async (work, request, actor) => {
      const refused = await this.refuseAnswer(request, 'counter_proposed', actor, work);
      if (refused) return refused;
      const seen = await this.slots.toFill(questionOf(request), work);
      const proposed = eventTime(startsAt, seen.event.zone, 'startsAt');
      const slot = isRefusal(proposed) ? proposed : seen.freeSlot(proposed);
      if (isRefusal(slot)) return slot;
      request.proposedByPartyId = rules.whoseTurn(request);
      request.proposedStartsAt = slot.startsAt;
      request.state = 'counter_proposed';
      request.expiresAt = lastAnswerAt(work, seen) ?? request.expiresAt;
      await work.record(happened.MeetingRequestCounterProposed, { requestId });
      return null;
    });
  }

  /** Takes back one's own request. */
  async withdraw(viewer: Viewer, requestId: string, reason: string, key: string | null = null): Answer {
    const submission = { viewer, action: 'withdrawMeetingRequest', key, asked: reason };
    return this.change.run(submission, requestId, async (work, request) => {
      actsFor(viewer, request.eventId, [request.fromPartyId]);
      const refused = rules.refuseMove(request, 'withdrawn', work.now);
      return refused ?? this.end(work, request, 'withdrawn', reason, happened.MeetingRequestWithdrawn);
    });
  }

  private async insert(work: Work, draft: rules.RequestDraft): Promise<string | Refusal> {
    const topic = tidyLine(draft.topic);
    const message = draft.message?.trim() || null;
    const { eventId, fromPartyId, toPartyId, blockId = null } = draft;
    const refused = rules.refuseDraft({ fromPartyId, toPartyId, topic, message });
    if (refused) return refused;
    const seen = await this.slots.seenBy({ eventId, partyIds: [fromPartyId, toPartyId], blockId }, work.manager);
    const expiresAt = lastAnswerAt(work, seen);
    if (!expiresAt) return rules.requestRefusals.REQUEST_BLOCKS_OVER();
    const preferredStartsAt = preferredStart(draft, seen);
    if (isRefusal(preferredStartsAt)) return preferredStartsAt;
    const id = newId();
    const row = { id, eventId, fromPartyId, toPartyId, blockId, topic, message, preferredStartsAt, expiresAt };
    try {
      await work.manager.insert(MeetingRequest, { ...row, state: 'requested', createdAt: work.now });
    } catch (error) {
      if (violatedConstraint(error) !== 'one_open_request_per_pair') throw error;
      const names = { from: seen.nameOf(fromPartyId), to: seen.nameOf(toPartyId) };
      return this.unitOfWork.undo(rules.requestRefusals.REQUEST_ALREADY_OPEN(names, 'toPartyId'));
    }
    await work.record(happened.MeetingRequested, { requestId: id });
    return id;
  }

  /** An answer needs a request that waits, and comes from the party whose turn it is; an organiser (no actor) may answer for it. */
  private async refuseAnswer(
    request: MeetingRequest,
    to: rules.MeetingRequestState,
    actor: string | null,
    work: Work,
  ): Promise<Refusal | null> {
    const turn = rules.whoseTurn(request);
    const refused = rules.refuseMove(request, to, work.now);
    if (refused || actor === null || actor === turn) return refused;
    const party = await this.parties.byId(turn, work.manager);
    return rules.requestRefusals.REQUEST_OF_OTHERS_TURN({ party: party?.name ?? '' });
  }

  private async end(
    work: Work,
    request: MeetingRequest,
    state: 'declined' | 'withdrawn',
    reason: string,
    event: DomainEvent<{ requestId: string }>,
  ): Promise<Refusal | null> {
    const said = tidyLine(reason);
    const refused = rules.refuseLength(said, rules.longestReason, 'reason');
    if (refused) return refused;
    Object.assign(request, { state, reason: said || null, answeredAt: work.now });
    await work.record(event, { requestId: request.id });
    return null;
  }
}

/** Until when the other party can answer; null when no slot is left to come. */
function lastAnswerAt(work: Work, seen: PartiesSlots): Date | null {
  const last = seen.lastToCome();
  return last && rules.expiryOf(work.now, last.startsAt);
}
