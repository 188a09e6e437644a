import { MessageService, type MailDeclaration } from '#communications';
import { personName, PersonRepository } from '#people';
import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventNames } from '../letters/event-names.js';
import { instantWords } from '../letters/letter-words.rules.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import type { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestCounterProposed, MeetingRequestDeclined, MeetingRequested } from './meeting-request.events.js';
import * as mails from './meeting-request.mails.js';
import { MeetingRequestRepository } from './meeting-request.repository.js';
import { otherParty, whoseTurn, type MeetingRequestState } from './meeting-request.rules.js';

const mailRequested = declareJob('mail-meeting-requested', MeetingRequested);
const mailDeclined = declareJob('mail-meeting-request-declined', MeetingRequestDeclined);
const mailCounterProposed = declareJob('mail-meeting-request-counter-proposed', MeetingRequestCounterProposed);

/** Tells the other party of a request and its answers, unless it has become something else meanwhile. */
@Injectable()
export class MeetingRequestJobs {
  constructor(
    private readonly requests: MeetingRequestRepository,
    private readonly parties: MeetingPartyRepository,
    private readonly people: PersonRepository,
    private readonly names: EventNames,
    private readonly messages: MessageService,
  ) {}

  @Handles(mailRequested)
  async requested({ requestId }: { requestId: string }, work: Work): Promise<void> {
    const request = await this.still(work, requestId, 'requested');
    if (!request) return;
    const { toPartyId, preferredStartsAt: slot } = request;
    await this.tell(work, request, { mail: mails.meetingRequested, partyId: toPartyId, slot, occasion: 'requested' });
  }

  @Handles(mailDeclined)
  async declined({ requestId }: { requestId: string }, work: Work): Promise<void> {
    const request = await this.still(work, requestId, 'declined');
    if (!request) return;
    const partyId = otherParty(request, whoseTurn(request));
    await this.tell(work, request, { mail: mails.meetingRequestDeclined, partyId, slot: null, occasion: 'declined' });
  }

  /** The key holds the proposed time: proposals may go to and fro. */
  @Handles(mailCounterProposed)
  async counterProposed({ requestId }: { requestId: string }, work: Work): Promise<void> {
    const request = await this.still(work, requestId, 'counter_proposed');
    if (!request) return;
    const { proposedStartsAt: slot } = request;
    const occasion = `${request.proposedByPartyId}:${slot?.toISOString()}`;
    const partyId = whoseTurn(request);
    await this.tell(work, request, { mail: mails.meetingRequestCounterProposed, partyId, slot, occasion });
  }

  private async still(work: Work, id: string, state: MeetingRequestState): Promise<MeetingRequest | null> {
    const request = await this.requests.toTell(id, work.manager);
    return request?.state === state ? request : null;
  }

  /** A contact without an address cannot be written to: the party's page still shows the request. */
  private async tell(
    work: Work,
    request: MeetingRequest,
    letter: { mail: MailDeclaration<mails.RequestMail>; partyId: string; slot: Date | null; occasion: string },
  ): Promise<void> {
    const { mail, partyId, slot, occasion } = letter;
    const parties = await this.parties.byIds([request.fromPartyId, request.toPartyId]);
    const [party, other] = [parties.get(partyId), parties.get(otherParty(request, partyId))];
    const contact = party && (await this.people.byId(party.contactPersonId, work.manager));
    if (!party?.linkId || !other || !contact?.email) return;
    const { event, name } = await this.names.of(request.eventId);
    await this.messages.queue(work, {
      mail,
      to: { name: personName(contact), address: contact.email },
      personId: contact.id,
      eventId: request.eventId,
      language: contact.language,
      dedupeKey: `${mail.name}:${request.id}:${occasion}`,
      data: {
        eventName: name,
        isDemonstration: event.isDemonstration,
        personName: personName(contact),
        partyName: party.name,
        otherPartyName: other.name,
        topic: request.topic,
        message: request.message,
        slot: slot && instantWords(slot, event.zone),
        answerBy: instantWords(request.expiresAt, event.zone),
        reason: request.reason,
        linkId: party.linkId,
      },
    });
  }
}
