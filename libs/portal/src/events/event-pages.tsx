import { AgendaVersionRepository, PublishedAgendaRepository, type PublishedAgenda } from '#agenda';
import { EventRepository } from '#events';
import type { Language } from '#kernel';
import { NotFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { pageHtml } from '../frame/send-page.js';
import { wantedBlock } from './block-filter.rules.js';
import { EventPage } from './event.page.js';

export interface RenderedPage {
  readonly html: string;
  readonly etag: string;
}

export function rendered(html: string): RenderedPage {
  return { html, etag: createHash('sha256').update(html).digest('base64url').slice(0, 22) };
}

/** How many rendered agendas are kept: versions, languages and blocks multiply. */
const mostPages = 200;

/** Pages of events. One with an agenda is rendered once per version as it stands, language and block; every request asks which that is. */
@Injectable()
export class EventPages {
  private readonly kept = new Map<string, RenderedPage>();

  constructor(
    private readonly published: PublishedAgendaRepository,
    private readonly drafts: AgendaVersionRepository,
    private readonly events: EventRepository,
  ) {}

  /** `block` is the key of a block in the address. Throws NotFound for an unknown event and for a draft. */
  async page(slug: string, language: Language, block: string | undefined): Promise<RenderedPage> {
    const stamp = await this.published.stampOf(slug);
    if (!stamp) return this.withoutAgenda(slug, language);
    const kept = this.kept.get(keyOf(stamp, language, block));
    if (kept) return kept;
    const agenda = await this.published.currentOfSlug(slug);
    if (!agenda) throw new NotFound('event');
    return this.withAgenda(agenda, language, block);
  }

  private withAgenda(agenda: PublishedAgenda, language: Language, wanted: string | undefined): RenderedPage {
    const { event, blocks } = agenda.content;
    const block = wantedBlock(blocks, wanted);
    const page = rendered(pageHtml(<EventPage event={event} agenda={agenda} block={block} language={language} />));
    // Only what the event has is kept, or made-up blocks in addresses would push the real ones out.
    if (block || wanted === undefined) this.keep(keyOf(agenda.stamp, language, wanted), page);
    return page;
  }

  private keep(key: string, page: RenderedPage): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= mostPages && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, page);
  }

  private async withoutAgenda(slug: string, language: Language): Promise<RenderedPage> {
    const row = await this.events.bySlug(slug);
    const content = row && row.state !== 'draft' ? await this.drafts.contentNow(row.id) : null;
    if (!content) throw new NotFound('event');
    return rendered(pageHtml(<EventPage event={content.event} agenda={null} block={null} language={language} />));
  }
}

function keyOf(stamp: string, language: Language, block: string | undefined): string {
  return [stamp, language, block ?? ''].join(' ');
}
