import { tidyLine } from '#kernel';
import { declareExport, Exporter, NotAllowed, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventSeriesRepository } from '../series/event-series.repository.js';
import type { Event } from './event.entity.js';
import { draftsOf } from './event.policy.js';
import { EventRepository, type EventSearch } from './event.repository.js';
import { eventStates } from './event.rules.js';
import { eventStateTerms } from './event.terms.js';

interface Row {
  readonly event: Event;
  readonly series: string;
}

/** The headings are those of the import, so that a file that was taken can be mended and brought back. */
const eventExport = declareExport<Row>({
  kind: 'events',
  title: { es: 'Eventos', en: 'Events' },
  isPersonal: false,
  columns: [
    { label: { es: 'Serie', en: 'Series' }, text: ({ series }) => series },
    { label: { es: 'Número de edición', en: 'Edition number' }, text: ({ event }) => String(event.editionNumber) },
    { label: { es: 'Primer día', en: 'First day' }, text: ({ event }) => event.startsOn },
    { label: { es: 'Último día', en: 'Last day' }, text: ({ event }) => event.endsOn },
    { label: { es: 'Ciudad', en: 'City' }, text: ({ event }) => event.city },
    { label: { es: 'País', en: 'Country' }, text: ({ event }) => event.country },
    { label: { es: 'Zona horaria', en: 'Time zone' }, text: ({ event }) => event.zone },
    { label: { es: 'Nombre', en: 'Name' }, text: ({ event }) => event.name },
    {
      label: { es: 'Estado', en: 'State' },
      text: ({ event }, { language }) => eventStateTerms[event.state][language],
    },
  ],
});

@Injectable()
export class EventExporter extends Exporter<Row> {
  readonly kind = eventExport;

  constructor(
    private readonly events: EventRepository,
    private readonly series: EventSeriesRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer): void {
    if (viewer.kind !== 'staff') throw new NotAllowed();
  }

  async *rows(viewer: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const search = searchOf(viewer, query);
    let after: string | undefined;
    do {
      const page = await this.events.found(search, { first: 200, after });
      const series = await this.series.byIds(page.rows.map(({ seriesId }) => seriesId));
      yield page.rows.map((event) => ({ event, series: series.get(event.seriesId)?.name ?? '' }));
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}

/** The filters of the list, as its address carries them. */
function searchOf(viewer: Viewer, query: ExportQuery): EventSearch {
  return {
    drafts: draftsOf(viewer),
    words: tidyLine(query['search'] ?? '') || null,
    archived: query['archived'] === 'true',
    seriesId: query['series'] ?? null,
    state: eventStates.find((state) => state === query['state']) ?? null,
  };
}
