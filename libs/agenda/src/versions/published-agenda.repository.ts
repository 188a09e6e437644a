import { askPrepared } from '#platform';
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
  FROM agenda_version AS version JOIN event ON event.id = version.event_id
  WHERE version.state = 'published' AND event.state <> 'draft'`;

const whole = `SELECT version.id AS "versionId", version.number, version.published_at AS "publishedAt", version.content ${published}`;

const ofEvent = { name: 'published_agenda_of_event', text: `${whole} AND event.id = $1` };
const ofSlug = { name: 'published_agenda_of_slug', text: `${whole} AND slug = $1` };
const idOfSlug = { name: 'published_agenda_id', text: `SELECT version.id ${published} AND slug = $1` };

@Injectable()
export class PublishedAgendaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What the public sees of an event now; null before the first publication and for a draft event. */
  async currentOf(eventId: string): Promise<PublishedAgenda | null> {
    return (await askPrepared<PublishedAgenda>(this.dataSource, ofEvent, [eventId]))[0] ?? null;
  }

  async currentOfSlug(slug: string): Promise<PublishedAgenda | null> {
    return (await askPrepared<PublishedAgenda>(this.dataSource, ofSlug, [slug]))[0] ?? null;
  }

  /** Only which version that is: whoever keeps what was made of it asks this first. */
  async versionIdOf(slug: string): Promise<string | null> {
    return (await askPrepared<{ id: string }>(this.dataSource, idOfSlug, [slug]))[0]?.id ?? null;
  }
}
