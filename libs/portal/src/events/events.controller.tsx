import { PublicEventRepository } from '#events';
import { Clock } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { pageHtml, sendHtml } from '../frame/send-page.js';
import { EventListPage } from './event-list.page.js';
import { EventPages, rendered, type RenderedPage } from './event-pages.js';

@Allow('public')
@Controller()
export class EventsController {
  constructor(
    private readonly pages: EventPages,
    private readonly list: PublicEventRepository,
    private readonly clock: Clock,
  ) {}

  /** The list of events. */
  @Get('/')
  async events(@PageViewer() { language }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const events = await this.list.all(this.clock.now());
    const upcoming = events.filter(({ isPast }) => !isPast);
    const past = events.filter(({ isPast }) => isPast).reverse();
    await send(reply, rendered(pageHtml(<EventListPage upcoming={upcoming} past={past} language={language} />)));
  }

  /** An event with its agenda; `bloque` shows one thematic block. */
  @Get('/e/:slug')
  async event(
    @PageViewer() { language }: Viewer,
    @Param('slug') slug: string,
    @Query('bloque') block: string | string[] | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.pages.page(slug, language, typeof block === 'string' ? block : undefined));
  }
}

function send(reply: FastifyReply, { html, etag }: RenderedPage): Promise<void> {
  return sendHtml(reply, html, { cache: 'public', etag });
}
