import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shownName } from './event.rules.js';

/** A public event as it stands in the list. */
export interface PublicEvent {
  readonly slug: string;
  /** With its edition number. */
  readonly name: string;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isDemonstration: boolean;
  /** In protocol order, as people call them. */
  readonly organizers: readonly string[];
  /** Today is one of its days, in its own zone. */
  readonly isUnderWay: boolean;
  /** Its last day was before today, in its own zone. */
  readonly isPast: boolean;
}

type Row = PublicEvent & { readonly editionNumber: number } & Parameters<typeof shownName>[1];

const longestList = 200;

@Injectable()
export class PublicEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Public events by their first day. `now` decides which are over. */
  async all(now: Date): Promise<PublicEvent[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT slug, event.name, edition_number AS "editionNumber", edition_style AS "editionStyle", city,
         starts_on::text AS "startsOn", ends_on::text AS "endsOn", is_demonstration AS "isDemonstration",
         ends_on < today AS "isPast", today BETWEEN starts_on AND ends_on AS "isUnderWay",
         ARRAY(SELECT coalesce(short_name, institution.name) FROM event_organizer
           JOIN institution ON institution.id = institution_id
           WHERE event_id = event.id AND role IN ('organiser', 'co_organiser') ORDER BY protocol_order) AS organizers
       FROM event JOIN event_series AS series ON series.id = series_id,
         LATERAL (SELECT ($1::timestamptz AT TIME ZONE zone)::date AS today) AS clock
       WHERE state <> 'draft' ORDER BY starts_on DESC, slug LIMIT ${longestList}`,
      [now],
    );
    return rows
      .map(({ editionNumber, editionStyle, ...row }) => ({
        ...row,
        name: shownName({ name: row.name, editionNumber }, { editionStyle }),
      }))
      .reverse();
  }
}
