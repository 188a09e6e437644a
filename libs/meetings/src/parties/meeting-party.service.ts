import { InstitutionRepository } from '#institutions';
import { isId, newId, type Refusal } from '#kernel';
import { PersonRepository } from '#people';
import {
  AuditTrail,
  NotFound,
  nothingChanged,
  requireMay,
  UnitOfWork,
  type Difference,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingPartyLink, type LinkedParty } from './meeting-party-link.js';
import type { MeetingParty } from './meeting-party.entity.js';
import { MeetingPartyJoined } from './meeting-party.events.js';
import { MeetingPartyRepository } from './meeting-party.repository.js';
import { partyRefusals } from './party.rules.js';

/** An institution that takes part, and who answers for it. */
export interface PartyDraft {
  readonly eventId: string;
  readonly institutionId: string;
  readonly contactPersonId: string;
}

@Injectable()
export class MeetingPartyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: MeetingPartyRepository,
    private readonly institutions: InstitutionRepository,
    private readonly people: PersonRepository,
    private readonly links: MeetingPartyLink,
    private readonly audit: AuditTrail,
  ) {}

  /** Lets an institution take part in the event's meetings; its contact answers for it, by the link that mails carry. */
  async join(
    viewer: Viewer,
    eventId: string,
    institutionId: string,
    contactPersonId: string,
  ): Promise<MeetingParty | Refusal> {
    requireMay(viewer, 'meetings.change', eventId);
    if (![eventId, institutionId, contactPersonId].every(isId)) throw new NotFound('event, institution or person');
    return this.unitOfWork.run(async (work) => {
      const known = await this.parties.ofInstitution(eventId, institutionId, work.manager);
      if (known) return partyRefusals.PARTY_ALREADY_THERE({ party: known.name }, 'institutionId');
      return this.partyForInstitution(work, viewer, { eventId, institutionId, contactPersonId });
    });
  }

  /** The institution's party at the event with its link, made on first use. A party that is there keeps its contact. */
  async partyForInstitution(work: Work, viewer: Viewer, draft: PartyDraft): Promise<LinkedParty> {
    const { eventId, institutionId, contactPersonId } = draft;
    const known = await this.parties.ofInstitution(eventId, institutionId, work.manager);
    if (known) return this.linked(work, viewer, known.id);
    const party = await this.newParty(work, draft);
    if (await this.parties.insertOnce(party, work.manager)) {
      await work.record(MeetingPartyJoined, { partyId: party.id });
      await this.note(work, viewer, 'joinMeetings', party, { after: { institutionId, contactPersonId } });
      return this.links.give(work, party);
    }
    const quicker = await this.parties.ofInstitution(eventId, institutionId, work.manager);
    if (!quicker) throw new NotFound('meeting party');
    return this.linked(work, viewer, quicker.id);
  }

  private async linked(work: Work, viewer: Viewer, partyId: string): Promise<LinkedParty> {
    const party = await this.parties.toChange(partyId, work.manager);
    if (!party) throw new NotFound('meeting party');
    if (party.linkId) return nothingChanged(party as LinkedParty);
    await this.note(work, viewer, 'meetingParty.linked', party, {});
    return this.links.give(work, party);
  }

  /** From now on another person answers for the party. The old contact's link opens nothing any more. */
  async changeContact(viewer: Viewer, partyId: string, contactPersonId: string): Promise<MeetingParty> {
    return this.unitOfWork.run(async (work) => {
      const party = await this.parties.toChange(partyId, work.manager);
      if (!party) throw new NotFound('meeting party');
      requireMay(viewer, 'meetings.change', party.eventId);
      if (!isId(contactPersonId) || !(await this.people.byId(contactPersonId, work.manager)))
        throw new NotFound('person');
      const before = party.contactPersonId;
      if (before === contactPersonId) return nothingChanged(party);
      const change = { before: { contactPersonId: before }, after: { contactPersonId } };
      await this.note(work, viewer, 'changeMeetingContact', party, change);
      await this.links.end(work, party);
      party.contactPersonId = contactPersonId;
      return this.links.give(work, party);
    });
  }

  private async newParty(work: Work, { eventId, institutionId, contactPersonId }: PartyDraft): Promise<MeetingParty> {
    const institution = await this.institutions.byId(institutionId);
    if (!institution) throw new NotFound('institution');
    if (!(await this.people.byId(contactPersonId, work.manager))) throw new NotFound('person');
    return { id: newId(), eventId, institutionId, contactPersonId, name: institution.name, linkId: null };
  }

  private note(work: Work, viewer: Viewer, action: string, party: MeetingParty, change: Difference): Promise<void> {
    const { id: subjectId, eventId } = party;
    return this.audit.record(work, { viewer, action, subject: 'MeetingParty', subjectId, eventId, ...change });
  }
}
