import { EventRepository, type Event } from '#events';
import { LinkService } from '#identity';
import { InstitutionRepository } from '#institutions';
import { isId, newId, nextDay, startOfDay, type Refusal } from '#kernel';
import { PersonRepository } from '#people';
import { NotFound, requireRole, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingParty } from './meeting-party.entity.js';
import { MeetingPartyJoined } from './meeting-party.events.js';
import { MeetingPartyRepository } from './meeting-party.repository.js';
import { partyRefusals } from './party.rules.js';

/** The party's page can still be read for a month after the event, to see what was agreed when. */
const linkDaysAfterEvent = 30;

/** A party whose page can be opened. */
export type LinkedParty = MeetingParty & { linkId: string };

@Injectable()
export class MeetingPartyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: MeetingPartyRepository,
    private readonly events: EventRepository,
    private readonly institutions: InstitutionRepository,
    private readonly people: PersonRepository,
    private readonly links: LinkService,
  ) {}

  /** Lets an institution take part in the event's meetings; its contact answers for it, by the link that mails carry. */
  async join(
    viewer: Viewer,
    eventId: string,
    institutionId: string,
    contactPersonId: string,
  ): Promise<MeetingParty | Refusal> {
    requireRole(viewer, eventId, 'organiser');
    if (![eventId, institutionId, contactPersonId].every(isId)) throw new NotFound('event, institution or person');
    return this.unitOfWork.run(async (work) => {
      const known = await this.parties.ofInstitution(eventId, institutionId, work.manager);
      if (known) return partyRefusals.PARTY_ALREADY_THERE({ party: known.name }, 'institutionId');
      return this.partyForInstitution(work, eventId, institutionId, contactPersonId);
    });
  }

  /** The institution's party at the event with its link, made on first use. A party that is there keeps its contact. */
  async partyForInstitution(
    work: Work,
    eventId: string,
    institutionId: string,
    contactPersonId: string,
  ): Promise<LinkedParty> {
    const known = await this.parties.ofInstitution(eventId, institutionId, work.manager);
    if (known) return this.linked(work, known.id);
    const party = await this.newParty(work, eventId, institutionId, contactPersonId);
    if (await this.parties.insertOnce(party, work.manager)) {
      await work.record(MeetingPartyJoined, { partyId: party.id });
      return this.giveLink(work, party);
    }
    const quicker = await this.parties.ofInstitution(eventId, institutionId, work.manager);
    if (!quicker) throw new NotFound('meeting party');
    return this.linked(work, quicker.id);
  }

  private async linked(work: Work, partyId: string): Promise<LinkedParty> {
    const party = await this.parties.toChange(partyId, work.manager);
    if (!party) throw new NotFound('meeting party');
    return party.linkId ? (party as LinkedParty) : this.giveLink(work, party);
  }

  /** From now on another person answers for the party. The old contact's link opens nothing any more. */
  async changeContact(viewer: Viewer, partyId: string, contactPersonId: string): Promise<MeetingParty> {
    return this.unitOfWork.run(async (work) => {
      const party = await this.parties.toChange(partyId, work.manager);
      if (!party) throw new NotFound('meeting party');
      requireRole(viewer, party.eventId, 'organiser');
      if (!isId(contactPersonId) || !(await this.people.byId(contactPersonId, work.manager)))
        throw new NotFound('person');
      if (party.contactPersonId === contactPersonId) return party;
      if (party.linkId) await this.links.revoke(work, party.linkId);
      party.contactPersonId = contactPersonId;
      return this.giveLink(work, party);
    });
  }

  private async newParty(
    work: Work,
    eventId: string,
    institutionId: string,
    contactPersonId: string,
  ): Promise<MeetingParty> {
    const institution = await this.institutions.byId(institutionId);
    if (!institution) throw new NotFound('institution');
    if (!(await this.people.byId(contactPersonId, work.manager))) throw new NotFound('person');
    return { id: newId(), eventId, institutionId, contactPersonId, name: institution.name, linkId: null };
  }

  private async giveLink(work: Work, party: MeetingParty): Promise<LinkedParty> {
    const event = await this.events.byId(party.eventId, work.manager);
    if (!event) throw new NotFound('event');
    const { id: subjectId, eventId, contactPersonId: personId } = party;
    const expiresAt = linkEnd(event);
    const issued = await this.links.issue(work, { purpose: 'meetings', eventId, subjectId, personId, expiresAt });
    const { linkId } = issued;
    await work.manager.update(MeetingParty, { id: party.id }, { linkId, contactPersonId: personId });
    return Object.assign(party, { linkId });
  }
}

function linkEnd({ endsOn, zone }: Event): Date {
  const over = startOfDay(nextDay(endsOn), zone);
  return new Date(over.getTime() + linkDaysAfterEvent * 86_400_000);
}
