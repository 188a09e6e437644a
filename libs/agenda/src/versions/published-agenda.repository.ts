import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgendaContent } from './agenda-content.js';

/** The published version of an agenda, as anyone may read it. */
export interface PublishedAgenda {
  readonly versionId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly content: AgendaContent;
}

const published = `
  SELECT version.id AS "versionId", version.number, version.published_at AS "publishedAt", version.content
  FROM agenda_version AS version JOIN event ON event.id = version.event_id
  WHERE version.state = 'published' AND event.state <> 'draft'`;

@Injectable()
export class PublishedAgendaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What the public sees of an event now; null before the first publication and for a draft event. */
  async currentOf(eventId: string): Promise<PublishedAgenda | null> {
    const rows = await this.dataSource.query<PublishedAgenda[]>(`${published} AND event.id = $1`, [eventId]);
    return rows[0] ?? null;
  }

  async currentOfSlug(slug: string): Promise<PublishedAgenda | null> {
    const rows = await this.dataSource.query<PublishedAgenda[]>(`${published} AND event.slug = $1`, [slug]);
    return rows[0] ?? null;
  }
}
