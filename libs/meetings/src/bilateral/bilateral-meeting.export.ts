import { EventRepository, type Event } from '#events';
import { isId, localTimeOf } from '#kernel';
import { declareExport, Exporter, NotFound, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingBlockRepository } from '../blocks/meeting-block.repository.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import { MeetingRequestRepository } from '../requests/meeting-request.repository.js';
import type { BilateralMeeting } from './bilateral-meeting.entity.js';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';
import { bilateralMeetingStates } from './bilateral-meeting.rules.js';
import { meetingStateTerms } from './bilateral-meeting.terms.js';

interface Row {
  readonly meeting: BilateralMeeting;
  readonly from: string;
  readonly to: string;
  readonly topic: string;
  readonly table: number | null;
  readonly zone: string;
}

const meetingExport = declareExport<Row>({
  kind: 'meetings',
  title: { es: 'Reuniones bilaterales', en: 'Bilateral meetings' },
  isPersonal: false,
  columns: [
    { label: { es: 'Pide', en: 'Asks' }, text: ({ from }) => from },
    { label: { es: 'Recibe', en: 'Is asked' }, text: ({ to }) => to },
    { label: { es: 'Tema', en: 'Topic' }, text: ({ topic }) => topic },
    {
      label: { es: 'Empieza (hora del evento)', en: "Starts (event's time)" },
      text: ({ meeting, zone }) => localTimeOf(meeting.startsAt, zone).replace('T', ' '),
    },
    {
      label: { es: 'Termina (hora del evento)', en: "Ends (event's time)" },
      text: ({ meeting, zone }) => localTimeOf(meeting.endsAt, zone).replace('T', ' '),
    },
    { label: { es: 'Mesa', en: 'Table' }, text: ({ table }) => (table === null ? '' : String(table)) },
    {
      label: { es: 'Estado', en: 'State' },
      text: ({ meeting }, { language }) => meetingStateTerms[meeting.state][language],
    },
    { label: { es: 'Motivo', en: 'Reason' }, text: ({ meeting }) => meeting.reason ?? '' },
  ],
});

/** The meetings of one event, with the filters of the list. Institutions only: no persons. */
@Injectable()
export class BilateralMeetingExporter extends Exporter<Row> {
  readonly kind = meetingExport;

  constructor(
    private readonly meetings: BilateralMeetingRepository,
    private readonly requests: MeetingRequestRepository,
    private readonly parties: MeetingPartyRepository,
    private readonly blocks: MeetingBlockRepository,
    private readonly events: EventRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, { eventId = '' }: ExportQuery): void {
    if (!isId(eventId)) throw new NotFound('event');
    requireMay(viewer, 'meetings.read', eventId);
  }

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const { eventId = '', search, party } = query;
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    const states = bilateralMeetingStates.filter((state) => state === query['state']);
    const asked = { states, search, partyId: party && isId(party) ? party : null };
    let after: string | undefined;
    do {
      const page = await this.meetings.ofEvent(eventId, asked, { first: 200, after });
      yield await this.withNames(page.rows, event);
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }

  private async withNames(meetings: readonly BilateralMeeting[], { zone }: Event): Promise<Row[]> {
    const requests = await this.requests.byIds(meetings.map(({ requestId }) => requestId));
    const sides = [...requests.values()].flatMap(({ fromPartyId, toPartyId }) => [fromPartyId, toPartyId]);
    const parties = await this.parties.byIds([...new Set(sides)]);
    const tables = await this.blocks.tablesByIds(meetings.map(({ tableId }) => tableId));
    return meetings.map((meeting) => {
      const request = requests.get(meeting.requestId);
      const nameOf = (id: string | undefined) => parties.get(id ?? '')?.name ?? '';
      const [from, to] = [nameOf(request?.fromPartyId), nameOf(request?.toPartyId)];
      return {
        meeting,
        from,
        to,
        topic: request?.topic ?? '',
        table: tables.get(meeting.tableId)?.number ?? null,
        zone,
      };
    });
  }
}
