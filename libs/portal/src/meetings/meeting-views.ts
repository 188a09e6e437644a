import { RoomRepository } from '#events';
import { Clock } from '#kernel';
import {
  isOpen,
  MeetingPartyRepository,
  PartyAgendaRepository,
  SlotService,
  whoseTurn,
  type MeetingParty,
  type MeetingSlot,
  type PartyMeeting,
  type PartyRequest,
} from '#meetings';
import { NotFound, type LinkViewer } from '#platform';
import { EventCards, type EventCard } from '#registrations';
import { Injectable } from '@nestjs/common';

/** What every page of a party needs. */
export interface PartyView {
  readonly party: MeetingParty;
  readonly card: EventCard;
  readonly now: Date;
}

/** All that "mis reuniones" shows. */
export interface MeetingsView extends PartyView {
  readonly meetings: readonly PartyMeeting[];
  /** Names of the rooms in which tables stand, by id. */
  readonly rooms: ReadonlyMap<string, string>;
  /** Requests that this party has to answer, each with the slots that both have free. */
  readonly toAnswer: readonly (PartyRequest & { readonly free: readonly MeetingSlot[] })[];
  /** Requests that the other party has to answer. */
  readonly waiting: readonly PartyRequest[];
  readonly ended: readonly PartyRequest[];
  readonly unavailable: number;
}

/** Open and ended requests that a page shows at most: nobody reads more, and a phone on a slow line should not load them. */
const mostRequests = 60;

@Injectable()
export class MeetingViews {
  constructor(
    private readonly parties: MeetingPartyRepository,
    private readonly agendas: PartyAgendaRepository,
    private readonly slots: SlotService,
    private readonly rooms: RoomRepository,
    private readonly cards: EventCards,
    private readonly clock: Clock,
  ) {}

  async party(visitor: LinkViewer): Promise<PartyView> {
    const party = await this.parties.byId(visitor.subjectId);
    if (!party) throw new NotFound('meeting party');
    return { party, card: await this.cards.of(party.eventId), now: this.clock.now() };
  }

  async of(visitor: LinkViewer): Promise<MeetingsView> {
    const view = await this.party(visitor);
    const { id } = view.party;
    const meetings = await this.agendas.meetingsOf(id);
    const requests = await this.agendas.requestsOf(id, mostRequests);
    const open = requests.filter((request) => isOpen(request) && request.expiresAt > view.now);
    const mine = open.filter((request) => whoseTurn(request) === id);
    const free = await this.slots.freeWithEach(
      visitor,
      id,
      mine.map(({ otherPartyId }) => otherPartyId),
    );
    const unavailable = (await this.parties.availabilityOfMany([id])).get(id) ?? [];
    return {
      ...view,
      meetings,
      rooms: await this.roomNames(meetings),
      toAnswer: mine.map((request) => ({
        ...request,
        free: this.within(request, free.get(request.otherPartyId) ?? []),
      })),
      waiting: open.filter((request) => whoseTurn(request) !== id),
      ended: requests.filter((request) => !open.includes(request)),
      unavailable: unavailable.length,
    };
  }

  /** A meeting of this party; one of others is as unknown as any. */
  async meeting(visitor: LinkViewer, id: string): Promise<PartyMeeting> {
    const meetings = await this.agendas.meetingsOf(visitor.subjectId);
    const meeting = meetings.find((one) => one.id === id);
    if (!meeting) throw new NotFound('meeting');
    return meeting;
  }

  private within({ blockId }: PartyRequest, free: readonly MeetingSlot[]): MeetingSlot[] {
    return free.filter((slot) => blockId === null || slot.blockId === blockId);
  }

  private async roomNames(meetings: readonly PartyMeeting[]): Promise<Map<string, string>> {
    const ids = [...new Set(meetings.flatMap(({ roomId }) => roomId ?? []))];
    const rooms = await this.rooms.byIds(ids);
    return new Map([...rooms].map(([id, { name }]) => [id, name]));
  }
}
