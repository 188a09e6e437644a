import { calendarOf, MessageService, type CalendarPart, type MailDeclaration } from '#communications';
import type { Language, Words } from '#kernel';
import { personName, PersonRepository, type Person } from '#people';
import { Config, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BilateralMeeting } from '../bilateral/bilateral-meeting.entity.js';
import type { MeetingMail } from '../bilateral/bilateral-meeting.mails.js';
import { PartyAgendaRepository, type PartyMeeting } from '../parties/party-agenda.repository.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { EventNames, type NamedEvent } from './event-names.js';
import { placeWords, slotWords, untilWords } from './letter-words.rules.js';

/** What a letter about a meeting is: which mail, with which calendar, and the key's part that tells one occasion from another. */
export interface MeetingLetter {
  readonly mail: MailDeclaration<MeetingMail>;
  readonly method: 'REQUEST' | 'CANCEL' | null;
  readonly occasion: string;
  readonly sendBefore?: Date;
}

const theOrganisers: Words = { es: 'La organización del evento', en: 'The organisers of the event' };

/** Writes to both sides of a meeting, each in its contact's language, each with a calendar of its own. */
@Injectable()
export class MeetingLetters {
  constructor(
    private readonly messages: MessageService,
    private readonly parties: MeetingPartyRepository,
    private readonly agendas: PartyAgendaRepository,
    private readonly people: PersonRepository,
    private readonly names: EventNames,
    private readonly config: Config,
  ) {}

  async tellBoth(
    work: Work,
    meeting: BilateralMeeting,
    partyIds: readonly string[],
    letter: MeetingLetter,
  ): Promise<void> {
    const event = await this.names.of(meeting.eventId);
    const parties = await this.parties.byIds(partyIds);
    for (const partyId of [...partyIds].sort()) {
      const party = parties.get(partyId);
      const seen = (await this.agendas.meetingsOf(partyId, work.manager)).find(({ id }) => id === meeting.id);
      if (party && seen) await this.tell(work, party, seen, { letter, event });
    }
  }

  /** A contact without an address cannot be written to: the party's page still shows everything. */
  private async tell(
    work: Work,
    party: MeetingParty,
    meeting: PartyMeeting,
    { letter, event }: { letter: MeetingLetter; event: NamedEvent },
  ): Promise<void> {
    const contacts = await this.people.byIds([party.contactPersonId, meeting.otherContactId]);
    const contact = contacts.get(party.contactPersonId);
    if (!contact?.email || !party.linkId) return;
    const otherContact = contacts.get(meeting.otherContactId);
    const data = await this.dataFor(party, meeting, {
      event,
      contact,
      otherContact,
      now: work.now,
      linkId: party.linkId,
    });
    await this.messages.queue(work, {
      mail: letter.mail,
      to: { name: data.personName, address: contact.email },
      personId: contact.id,
      eventId: party.eventId,
      language: contact.language,
      data,
      dedupeKey: `${letter.mail.name}:${meeting.id}:${letter.occasion}:${party.id}`,
      calendar: letter.method
        ? this.calendar(letter.method, meeting, { data, event, contact, now: work.now })
        : undefined,
      sendBefore: letter.sendBefore,
    });
  }

  private async dataFor(
    party: MeetingParty,
    meeting: PartyMeeting,
    facts: { event: NamedEvent; contact: Person; otherContact: Person | undefined; now: Date; linkId: string },
  ): Promise<MeetingMail> {
    const { event, contact, otherContact, now, linkId } = facts;
    const room = await this.names.roomName(meeting.roomId);
    return {
      eventName: event.name,
      isDemonstration: event.event.isDemonstration,
      personName: personName(contact),
      partyName: party.name,
      otherPartyName: meeting.otherPartyName,
      otherContactName: otherContact ? personName(otherContact) : meeting.otherPartyName,
      topic: meeting.topic,
      message: meeting.message,
      slot: slotWords(meeting, event.event.zone),
      place: placeWords({ number: meeting.tableNumber, name: meeting.tableName }, room),
      until: untilWords(now, meeting.startsAt),
      reason: meeting.reason,
      cancelledBy: cancellerOf(meeting, party),
      linkId,
    };
  }

  private calendar(
    method: 'REQUEST' | 'CANCEL',
    meeting: PartyMeeting,
    { data, event, contact, now }: { data: MeetingMail; event: NamedEvent; contact: Person; now: Date },
  ): CalendarPart {
    const { language } = contact;
    return calendarOf({
      method,
      uid: meeting.calendarUid,
      sequence: meeting.sequence,
      start: meeting.startsAt,
      end: meeting.endsAt,
      zone: event.event.zone,
      summary: summaryOf(data.otherPartyName, language),
      description: [meeting.topic, meeting.message].filter(Boolean).join('\n\n'),
      location: `${data.place[language]}, ${event.event.city}`,
      organizer: { name: event.name, address: this.config.mailFrom },
      attendee: { name: data.personName, address: contact.email ?? '' },
      now,
    });
  }
}

/** The entry's title in a calendar. */
export function summaryOf(otherPartyName: string, language: Language): string {
  return { es: `Reunión bilateral: ${otherPartyName}`, en: `Bilateral meeting: ${otherPartyName}` }[language];
}

function cancellerOf(meeting: PartyMeeting, party: MeetingParty): Words | null {
  if (meeting.cancelledBy === null) return null;
  if (meeting.cancelledBy === 'organiser') return theOrganisers;
  const name = meeting.cancelledByPartyId === party.id ? party.name : meeting.otherPartyName;
  return { es: name, en: name };
}
