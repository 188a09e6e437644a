import { newId, wordsOf, type Refusal } from '#kernel';
import {
  MeetingBlockRepository,
  MeetingPartyRepository,
  PartyAgendaRepository,
  slotsOfBlock,
  SlotService,
} from '#meetings';
import { NotFound } from '#platform';
import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { FormFault, Typed } from '../frame/form.js';
import { sendPage } from '../frame/send-page.js';
import type { LinkedVisit } from '../signed-link/signed-link.js';
import { AskPage, FoundPage } from './ask.page.js';
import { AvailabilityPage } from './availability.page.js';
import { MeetingPage } from './meeting.page.js';
import { slotValue } from './meeting-times.js';
import { MeetingViews } from './meeting-views.js';
import type { DoneWord } from './meeting-words.js';
import { MyMeetingsPage } from './my-meetings.page.js';

/** What a form held and why it was refused: its page comes back with both. */
export interface Attempt {
  readonly typed: Typed;
  readonly refusal: Refusal;
}

const shownParties = 30;

/** Sends each page of a party, fresh or after a refused attempt. */
@Injectable()
export class MeetingScreens {
  constructor(
    private readonly views: MeetingViews,
    private readonly parties: MeetingPartyRepository,
    private readonly agendas: PartyAgendaRepository,
    private readonly blocks: MeetingBlockRepository,
    private readonly slots: SlotService,
  ) {}

  async all(visit: LinkedVisit, done?: DoneWord, attempt?: Attempt): Promise<void> {
    const view = await this.views.of(visit.visitor);
    const id = attempt?.typed['id'];
    const fieldIds = {
      startsAt: attempt?.typed['do'] === 'proponer' ? `otro-${id}` : `turno-${id}`,
      reason: `motivo-${id}`,
    };
    const faults = faultsOf(visit, attempt, fieldIds).map((fault) => linked(fault, view.toAnswer, id));
    const { common } = this.frame(visit);
    await this.send(visit, attempt, <MyMeetingsPage {...common} {...{ view, done, faults }} typed={attempt?.typed} />);
  }

  async found(visit: LinkedVisit, words: string): Promise<void> {
    const view = await this.views.party(visit.visitor);
    const page = { offset: 0, limit: shownParties + 1 };
    const { rows, total } = await this.parties.named(view.party.eventId, words.slice(0, 100), page);
    const found = rows.filter(({ id }) => id !== view.party.id).slice(0, shownParties);
    const others = rows.length === found.length ? total : total - 1;
    const { common } = this.frame(visit);
    await this.send(visit, undefined, <FoundPage {...common} {...{ view, words, found }} total={others} />);
  }

  async ask(visit: LinkedVisit, otherId: string, attempt?: Attempt): Promise<void> {
    const view = await this.views.party(visit.visitor);
    const other = await this.parties.byId(otherId);
    if (other?.eventId !== view.party.eventId || other.id === view.party.id) throw new NotFound('meeting party');
    const free = await this.slots.freeFor(visit.visitor, view.party.id, other.id);
    const faults = faultsOf(visit, attempt, { topic: 'tema', message: 'mensaje', preferredStartsAt: 'turno' });
    const { common } = this.frame(visit);
    await this.send(visit, attempt, <AskPage {...common} {...{ view, other, free, faults }} typed={attempt?.typed} />);
  }

  async meeting(visit: LinkedVisit, id: string, attempt?: Attempt): Promise<void> {
    const view = await this.views.party(visit.visitor);
    const meeting = await this.views.meeting(visit.visitor, id);
    const free = await this.slots.freeFor(visit.visitor, view.party.id, meeting.otherPartyId, meeting.id);
    const elsewhere = free.filter(({ startsAt }) => startsAt.getTime() !== meeting.startsAt.getTime());
    const faults = faultsOf(visit, attempt, { startsAt: 'turno', reason: 'motivo' });
    const { common } = this.frame(visit);
    const props = { ...common, view, meeting, free: elsewhere, faults };
    await this.send(visit, attempt, <MeetingPage {...props} typed={attempt?.typed} />);
  }

  async availability(
    visit: LinkedVisit,
    attempt?: { unavailable: ReadonlySet<string>; refusal: Refusal },
  ): Promise<void> {
    const view = await this.views.party(visit.visitor);
    const { id, eventId } = view.party;
    const slots = (await this.blocks.ofEvent(eventId))
      .flatMap(slotsOfBlock)
      .filter(({ startsAt }) => startsAt > view.now);
    const kept = (await this.parties.availabilityOfMany([id])).get(id) ?? [];
    const stored = new Set(kept.map(({ startsAt }) => slotValue(startsAt, view.card.event.zone)));
    const meetings = await this.agendas.meetingsOf(id);
    const tried = attempt && { typed: {}, refusal: attempt.refusal };
    const faults = faultsOf(visit, tried, {});
    const { common } = this.frame(visit);
    const props = { ...common, view, slots, meetings, faults, unavailable: attempt?.unavailable ?? stored };
    await this.send(visit, tried, <AvailabilityPage {...props} />);
  }

  private frame({ visitor, path }: LinkedVisit) {
    return { common: { language: visitor.language, path, submission: newId() } };
  }

  private async send({ reply }: LinkedVisit, attempt: Attempt | undefined, page: VNode): Promise<void> {
    await sendPage(reply, page, { status: attempt ? 422 : 200 });
  }
}

/** The refusal in the reader's words, at the control that the page gives the field. */
function faultsOf(
  { visitor }: LinkedVisit,
  attempt: Attempt | undefined,
  fields: Readonly<Record<string, string>>,
): FormFault[] {
  if (!attempt) return [];
  const { refusal } = attempt;
  return [{ field: refusal.field && fields[refusal.field], message: wordsOf(refusal, visitor.language) }];
}

/** A fault of a request that is no longer on the page is told without a link. */
function linked(fault: FormFault, requests: readonly { id: string }[], id: string | undefined): FormFault {
  return requests.some((request) => request.id === id) ? fault : { message: fault.message };
}
