import { Finder, type Found, type Sought } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventSeriesRepository } from '../series/event-series.repository.js';
import { draftsOf } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import { shownName } from './event.rules.js';

/** Public events, and the drafts at which one has a role. */
@Injectable()
export class EventFinder extends Finder {
  readonly kind = 'event';

  constructor(
    private readonly events: EventRepository,
    private readonly series: EventSeriesRepository,
  ) {
    super();
  }

  async find({ viewer, words, limit }: Sought): Promise<readonly Found[]> {
    const { rows } = await this.events.found({ drafts: draftsOf(viewer), words, archived: false }, { first: limit });
    const series = await this.series.byIds(rows.map((row) => row.seriesId));
    return rows.map((row) => {
      const own = series.get(row.seriesId);
      const title = own ? shownName(row, own) : row.name;
      return { id: row.id, title, detail: `${row.city}, ${row.startsOn.slice(0, 4)}`, eventSlug: row.slug };
    });
  }
}
