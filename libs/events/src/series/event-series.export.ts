import { tidyLine } from '#kernel';
import { declareExport, Exporter, NotAllowed, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EventSeries } from './event-series.entity.js';
import { EventSeriesRepository } from './event-series.repository.js';
import { editionStyleTerms } from './event-series.terms.js';

/** The headings are those of the import, so that a file that was taken can be mended and brought back. */
const seriesExport = declareExport<EventSeries>({
  kind: 'series',
  title: { es: 'Series de eventos', en: 'Series of events' },
  isPersonal: false,
  columns: [
    { label: { es: 'Nombre', en: 'Name' }, text: ({ name }) => name },
    {
      label: { es: 'Cómo se numera', en: 'How it is numbered' },
      text: ({ editionStyle }, { language }) => editionStyleTerms[editionStyle][language],
    },
  ],
});

@Injectable()
export class EventSeriesExporter extends Exporter<EventSeries> {
  readonly kind = seriesExport;

  constructor(private readonly series: EventSeriesRepository) {
    super();
  }

  requireMayExport(viewer: Viewer): void {
    if (viewer.kind !== 'staff') throw new NotAllowed();
  }

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<readonly EventSeries[]> {
    const search = { words: tidyLine(query['search'] ?? '') || null, archived: query['archived'] === 'true' };
    let after: string | undefined;
    do {
      const page = await this.series.found(search, { first: 200, after });
      yield page.rows;
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}
