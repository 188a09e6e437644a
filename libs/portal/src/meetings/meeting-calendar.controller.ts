import { publishedCalendar } from '#communications';
import { RoomRepository } from '#events';
import type { Language } from '#kernel';
import { MeetingPartyRepository, PartyAgendaRepository, type PartyMeeting } from '#meetings';
import { Allow, NotFound, PageViewer, type Viewer } from '#platform';
import { EventCards, type EventCard } from '#registrations';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { SignedLinks } from '../signed-link/signed-link.js';
import { meetingWords } from './meeting-words.js';

const titles = { es: 'Reunión bilateral', en: 'Bilateral meeting' } as const;

/** The party's meetings as a calendar to subscribe to. */
@Allow('public')
@Controller('r')
export class MeetingCalendarController {
  constructor(
    private readonly links: SignedLinks,
    private readonly parties: MeetingPartyRepository,
    private readonly agendas: PartyAgendaRepository,
    private readonly rooms: RoomRepository,
    private readonly cards: EventCards,
  ) {}

  @Get(':token/calendario.ics')
  async feed(@PageViewer() viewer: Viewer, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.links.holder(reply, viewer, token, 'meetings');
    if (!visitor) return;
    const party = await this.parties.byId(visitor.subjectId);
    if (!party) throw new NotFound('meeting party');
    const card = await this.cards.of(party.eventId);
    const meetings = await this.agendas.meetingsOf(party.id);
    const content = publishedCalendar(
      `${party.name} · ${card.name}`,
      await this.entries(meetings, card, visitor.language),
    );
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
    reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
    if (reply.request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
    await reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'inline; filename="reuniones.ics"')
      .send(content);
  }

  /** The stamp is the acceptance, not now: an unchanged calendar stays the same to the byte, and its ETag with it. */
  private async entries(meetings: readonly PartyMeeting[], { event }: EventCard, language: Language) {
    const rooms = await this.rooms.byIds([...new Set(meetings.flatMap(({ roomId }) => roomId ?? []))]);
    return meetings.map((meeting) => {
      const room = rooms.get(meeting.roomId ?? '')?.name;
      const table = `${meetingWords[language].table} ${meeting.tableNumber}`;
      return {
        uid: meeting.calendarUid,
        sequence: meeting.sequence,
        start: meeting.startsAt,
        end: meeting.endsAt,
        zone: event.zone,
        summary: `${titles[language]}: ${meeting.otherPartyName}`,
        description: [meeting.topic, meeting.message].filter(Boolean).join('\n\n'),
        location: [table, room, event.city].filter(Boolean).join(', '),
        isCancelled: meeting.state === 'cancelled',
        changedAt: meeting.acceptedAt,
      };
    });
  }
}
