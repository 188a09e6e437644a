import { MailboxRepository, openMail } from '#communications';
import { Clock, isId } from '#kernel';
import { Allow, NotFound, PageViewer, type Viewer } from '#platform';
import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendHtml, sendPage } from '../frame/send-page.js';
import { DemoOnly } from './demo-only.guard.js';
import { MailPage, mailFrameFlags } from './mail.page.js';
import { MailboxPage, mailsPerPage } from './mailbox.page.js';

/** What the mail's own HTML may do: look as it looks, and open its links when they are clicked. No script, nothing fetched. */
const mailPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox ${mailFrameFlags}`;
const framePolicy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The built-in mailbox: every mail that left this demo, so that it can be clicked through. */
@Allow('public')
@UseGuards(DemoOnly)
@Controller('buzon')
export class MailboxController {
  constructor(
    private readonly mailbox: MailboxRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query('to') to: unknown,
    @Query('page') page: unknown,
    @Query('clock') clock: unknown,
    @PageViewer() { language }: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recipient = typeof to === 'string' ? to.trim() : '';
    const number = typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
    const { rows, total } = await this.mailbox.page(recipient, {
      offset: (number - 1) * mailsPerPage,
      limit: mailsPerPage,
    });
    const list = { rows, total, recipient, page: number, language };
    await sendPage(reply, <MailboxPage {...list} now={this.clock.now()} isClockUnread={clock === 'unread'} />);
  }

  @Get(':id')
  async mail(@Param('id') id: string, @PageViewer() { language }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const row = await this.find(id);
    reply.header('Content-Security-Policy', framePolicy);
    await sendPage(
      reply,
      <MailPage id={id} mail={await openMail(row.raw)} receivedAt={row.receivedAt} language={language} />,
    );
  }

  @Get(':id/html')
  async html(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { html } = await openMail((await this.find(id)).raw);
    reply.header('Content-Security-Policy', mailPolicy);
    await sendHtml(reply, html.replace(/<head>/i, '<head><base target="_top">'));
  }

  @Get(':id/raw')
  async raw(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { raw } = await this.find(id);
    await reply.header('Cache-Control', 'no-store').type('text/plain; charset=utf-8').send(raw);
  }

  private async find(id: string) {
    const row = isId(id) ? await this.mailbox.byId(id) : null;
    if (!row) throw new NotFound('mail');
    return row;
  }
}
