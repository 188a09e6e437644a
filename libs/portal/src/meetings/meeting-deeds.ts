import { overlaps, type Refusal } from '#kernel';
import {
  BilateralMeetingService,
  MeetingBlockRepository,
  MeetingRequestService,
  PartyAgendaRepository,
  PartyAvailabilityService,
  slotsOfBlock,
} from '#meetings';
import type { LinkViewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { submissionKeyOf, type Typed } from '../frame/form.js';
import { freePrefix } from './availability.page.js';
import { MeetingViews } from './meeting-views.js';
import { slotValue } from './meeting-times.js';
import type { DoneWord } from './meeting-words.js';

/** What one button does: the service's verb, the word for its success, and the page that comes back when it is refused. */
export interface Deed {
  readonly done: DoneWord;
  readonly screen: 'all' | 'ask' | 'meeting';
  act(visitor: LinkViewer, typed: Typed): Promise<object | Refusal>;
}

const text = (typed: Typed, name: string): string => typed[name] ?? '';

/** The buttons of a party's pages, by the value that each sends. */
@Injectable()
export class MeetingDeeds {
  constructor(
    private readonly requests: MeetingRequestService,
    private readonly meetings: BilateralMeetingService,
    private readonly availability: PartyAvailabilityService,
    private readonly agendas: PartyAgendaRepository,
    private readonly blocks: MeetingBlockRepository,
    private readonly views: MeetingViews,
  ) {}

  private readonly deeds: Readonly<Record<string, Deed>> = {
    aceptar: {
      done: 'aceptada',
      screen: 'all',
      act: (visitor, typed) =>
        this.requests.accept(visitor, text(typed, 'id'), typed['turno'] || null, submissionKeyOf(typed)),
    },
    proponer: {
      done: 'propuesta',
      screen: 'all',
      act: (visitor, typed) =>
        this.requests.proposeAnotherTime(visitor, text(typed, 'id'), text(typed, 'turno'), submissionKeyOf(typed)),
    },
    rechazar: {
      done: 'rechazada',
      screen: 'all',
      act: (visitor, typed) =>
        this.requests.decline(visitor, text(typed, 'id'), text(typed, 'motivo'), submissionKeyOf(typed)),
    },
    retirar: {
      done: 'retirada',
      screen: 'all',
      act: (visitor, typed) => this.requests.withdraw(visitor, text(typed, 'id'), '', submissionKeyOf(typed)),
    },
    pedir: {
      done: 'pedida',
      screen: 'ask',
      act: (visitor, typed) => this.ask(visitor, typed),
    },
    cancelar: {
      done: 'cancelada',
      screen: 'meeting',
      act: (visitor, typed) =>
        this.meetings.cancel(visitor, text(typed, 'reunion'), text(typed, 'motivo'), termsOf(typed)),
    },
    mover: {
      done: 'movida',
      screen: 'meeting',
      act: (visitor, typed) =>
        this.meetings.reschedule(visitor, text(typed, 'reunion'), text(typed, 'turno'), termsOf(typed)),
    },
    realizada: {
      done: 'anotada',
      screen: 'meeting',
      act: (visitor, typed) => this.meetings.markHeld(visitor, text(typed, 'reunion')),
    },
    ausente: {
      done: 'anotada',
      screen: 'meeting',
      act: async (visitor, typed) => {
        const meeting = await this.views.meeting(visitor, text(typed, 'reunion'));
        return this.meetings.markNoShow(visitor, meeting.id, meeting.otherPartyId);
      },
    },
  };

  named(name: string | undefined): Deed | null {
    return name !== undefined && Object.hasOwn(this.deeds, name) ? this.deeds[name] : null;
  }

  /** The slots without a tick become unavailable; one with a meeting has no tick to send, and stays available. */
  async keepFree(visitor: LinkViewer, typed: Typed) {
    const { party, card, now } = await this.views.party(visitor);
    const meetings = await this.agendas.meetingsOf(party.id);
    const slots = (await this.blocks.ofEvent(party.eventId)).flatMap(slotsOfBlock);
    const open = slots.filter((slot) => {
      const isTaken = meetings.some((one) => one.state === 'scheduled' && overlaps(one, slot));
      return slot.startsAt > now && !isTaken;
    });
    const values = open.map(({ startsAt }) => slotValue(startsAt, card.event.zone));
    const unavailable = new Set(values.filter((value) => typed[freePrefix + value] === undefined));
    return { unavailable, answer: await this.availability.setUnavailable(visitor, party.id, [...unavailable]) };
  }

  private ask(visitor: LinkViewer, typed: Typed): Promise<object | Refusal> {
    const { eventId, subjectId: fromPartyId } = visitor;
    const texts = { topic: text(typed, 'tema'), message: typed['mensaje'] || null };
    const draft = { eventId, fromPartyId, toPartyId: text(typed, 'con'), ...texts };
    return this.requests.send(visitor, { ...draft, preferredStartsAt: typed['turno'] || null }, submissionKeyOf(typed));
  }
}

function termsOf(typed: Typed) {
  const version = /^\d{1,9}$/.test(text(typed, 'version')) ? Number(typed['version']) : null;
  return { seenVersion: version, key: submissionKeyOf(typed) };
}
