import { eventTime } from '#events';
import { timeOf, type Refusal } from '#kernel';
import type { PartiesSlots } from '../slots/parties-slots.js';
import { slotRefusals } from '../slots/slot.refusals.js';
import type { MeetingRequest } from './meeting-request.entity.js';
import { otherParty, requestRefusals, whoseTurn, type RequestDraft } from './meeting-request.rules.js';

export function questionOf({ eventId, fromPartyId, toPartyId, blockId }: MeetingRequest) {
  return { eventId, partyIds: [fromPartyId, toPartyId], blockId };
}

/** The preferred slot of a new request, free for both as it is sent; null when none was preferred. */
export function preferredStart(draft: RequestDraft, seen: PartiesSlots): Date | Refusal | null {
  if (!draft.preferredStartsAt) return null;
  const preferred = eventTime(draft.preferredStartsAt, seen.event.zone, 'preferredStartsAt');
  if (!(preferred instanceof Date)) return preferred;
  return seen.refuse(preferred, 'preferredStartsAt') ?? preferred;
}

/**
 * The start that an acceptance means: the one asked for; else the proposed or the preferred one; else the first free slot. A party that
 * answers a proposal (`actor`; null is an organiser) cannot bend it to another time, which nobody has agreed to.
 */
export function chosenStart(
  request: MeetingRequest,
  actor: string | null,
  startsAt: string | null,
  seen: PartiesSlots,
): Date | Refusal {
  const { proposedStartsAt, preferredStartsAt } = request;
  const asked = startsAt ? eventTime(startsAt, seen.event.zone, 'startsAt') : null;
  if (asked && !(asked instanceof Date)) return asked;
  if (proposedStartsAt && actor !== null && asked && asked.getTime() !== proposedStartsAt.getTime()) {
    const party = seen.nameOf(otherParty(request, whoseTurn(request)));
    const slot = timeOf(proposedStartsAt, seen.event.zone);
    return requestRefusals.REQUEST_PROPOSED_SLOT_ONLY({ party, slot }, 'startsAt');
  }
  const chosen = asked ?? proposedStartsAt ?? preferredStartsAt ?? seen.free()[0]?.startsAt;
  return chosen ?? slotRefusals.NO_SLOT_LEFT({}, 'startsAt');
}
