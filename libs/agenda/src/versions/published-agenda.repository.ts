import { askPrepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgendaContent } from './agenda-content.js';

/** The published version of an agenda, as anyone may read it. */
export interface PublishedAgenda {
  /** Of this version as it stands: its names change when somebody has themselves erased. */
  readonly stamp: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly content: AgendaContent;
}

const published = `
  FROM agenda_version AS version JOIN event ON event.id = version.event_id
  WHERE version.state = 'published' AND event.state <> 'draft'`;

/** A version is immutable but for what is erased; PostgreSQL says by which transaction its row was written last. */
const stamp = "version.id || ' ' || version.xmin::text";

const whole = `SELECT ${stamp} AS stamp, version.number, version.published_at AS "publishedAt", version.content ${published}`;

const ofEvent = { name: 'published_agenda_of_event', text: `${whole} AND event.id = $1` };
const ofSlug = { name: 'published_agenda_of_slug', text: `${whole} AND slug = $1` };
const stampOfSlug = { name: 'published_agenda_stamp', text: `SELECT ${stamp} AS stamp ${published} AND slug = $1` };

@Injectable()
export class PublishedAgendaRepository {
  private readonly waiting = new Map<string, Promise<string | null>>();

  constructor(private readonly dataSource: DataSource) {}

  /** What the public sees of an event now; null before the first publication and for a draft event. */
  async currentOf(eventId: string): Promise<PublishedAgenda | null> {
    return (await askPrepared<PublishedAgenda>(this.dataSource, ofEvent, [eventId]))[0] ?? null;
  }

  async currentOfSlug(slug: string): Promise<PublishedAgenda | null> {
    return (await askPrepared<PublishedAgenda>(this.dataSource, ofSlug, [slug]))[0] ?? null;
  }

  /**
   * Only which version that is, as it stands: whoever keeps what was made of it asks this first. Requests that came in together share one question,
   * which is put after the last of them arrived: no answer is older than its request.
   */
  stampOf(slug: string): Promise<string | null> {
    const waiting = this.waiting.get(slug);
    if (waiting) return waiting;
    const asked = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.waiting.delete(slug);
      return this.askStamp(slug);
    });
    this.waiting.set(slug, asked);
    return asked;
  }

  private async askStamp(slug: string): Promise<string | null> {
    return (await askPrepared<{ stamp: string }>(this.dataSource, stampOfSlug, [slug]))[0]?.stamp ?? null;
  }
}
