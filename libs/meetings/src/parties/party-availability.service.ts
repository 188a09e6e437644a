import { EventRepository, type Event } from '#events';
import { dayOf, localTimeOf, newId, overlaps, timeOf, type Refusal, type TimeSlot } from '#kernel';
import { AuditTrail, NotFound, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingBlockRepository } from '../blocks/meeting-block.repository.js';
import { slotsOfBlock } from '../blocks/meeting-block.rules.js';
import type { MeetingParty } from './meeting-party.entity.js';
import { MeetingPartyAvailabilityChanged } from './meeting-party.events.js';
import { actsFor } from './meeting-party.policy.js';
import { MeetingPartyRepository } from './meeting-party.repository.js';
import { PartyAgendaRepository } from './party-agenda.repository.js';
import { PartyAvailability } from './party-availability.entity.js';
import { partyRefusals } from './party.rules.js';

@Injectable()
export class PartyAvailabilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: MeetingPartyRepository,
    private readonly agendas: PartyAgendaRepository,
    private readonly blocks: MeetingBlockRepository,
    private readonly events: EventRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Says in which of the event's slots the party does not want meetings, by their starts (wall-clock, in the event's zone); all others
   * are available. Replaces what was said before. A slot with a meeting is refused: the meeting is moved or cancelled first.
   */
  async setUnavailable(
    viewer: Viewer,
    partyId: string,
    slotStarts: readonly string[],
  ): Promise<MeetingParty | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const party = await this.parties.toChange(partyId, work.manager);
      if (!party) throw new NotFound('meeting party');
      actsFor(viewer, party.eventId, [party.id]);
      const event = await this.events.byId(party.eventId, work.manager);
      if (!event) throw new NotFound('event');
      const slots = await this.slotsStarting(event, slotStarts, work);
      if (!slots) return partyRefusals.AVAILABILITY_UNKNOWN_SLOT({}, 'slots');
      return (await this.refuse(party, event, slots, work)) ?? (await this.replace(viewer, party, slots, work));
    });
  }

  /** Null when one of the starts is no slot. */
  private async slotsStarting(event: Event, starts: readonly string[], work: Work): Promise<TimeSlot[] | null> {
    const blocks = await this.blocks.ofEvent(event.id, work.manager);
    const wanted = new Set(starts);
    const slots = blocks
      .flatMap(slotsOfBlock)
      .filter(({ startsAt }) => wanted.delete(localTimeOf(startsAt, event.zone)));
    return wanted.size === 0 ? slots : null;
  }

  private async refuse(
    party: MeetingParty,
    event: Event,
    slots: readonly TimeSlot[],
    work: Work,
  ): Promise<Refusal | null> {
    const meetings = await this.agendas.meetingsOf(party.id, work.manager);
    const clash = meetings.find(
      (meeting) => meeting.state === 'scheduled' && slots.some((slot) => overlaps(slot, meeting)),
    );
    if (!clash) return null;
    const [, month, day] = dayOf(clash.startsAt, event.zone).split('-');
    const slot = `${timeOf(clash.startsAt, event.zone)} (${day}/${month})`;
    return partyRefusals.AVAILABILITY_HAS_MEETING({ slot, party: clash.otherPartyName }, 'slots');
  }

  private async replace(
    viewer: Viewer,
    party: MeetingParty,
    slots: readonly TimeSlot[],
    work: Work,
  ): Promise<MeetingParty> {
    const { id: partyId, eventId } = party;
    const known = await work.manager.find(PartyAvailability, { where: { partyId }, order: { startsAt: 'ASC' } });
    await work.manager.delete(PartyAvailability, { partyId });
    await work.manager.insert(
      PartyAvailability,
      slots.map(({ startsAt, endsAt }) => ({ id: newId(), eventId, partyId, startsAt, endsAt })),
    );
    const states = { before: { unavailable: startsOf(known) }, after: { unavailable: startsOf(slots) } };
    const subject = { subject: 'MeetingParty', subjectId: partyId, eventId };
    await this.audit.record(work, { viewer, action: 'setPartyAvailability', ...subject, ...states });
    await work.record(MeetingPartyAvailabilityChanged, { partyId });
    return party;
  }
}

function startsOf(slots: readonly TimeSlot[]): string[] {
  return slots.map(({ startsAt }) => startsAt.toISOString());
}
