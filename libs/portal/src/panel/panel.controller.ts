import { Allow, contentSecurity, NotFound, TrustedDocuments, Viewerless } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { BuiltFiles } from './built-files.js';

const notBuilt = 'The panel was not built: npm run build\n';

/** The organisers' panel: the same page at every address under /panel, which the browser's router reads. It holds no data itself. */
@Allow('public')
@Viewerless()
@Controller('panel')
export class PanelController {
  constructor(
    private readonly files: BuiltFiles,
    documents: TrustedDocuments,
  ) {
    documents.trust(files.documents());
  }

  @Get('assets/:file')
  async asset(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.files.sendAsset(reply, name))) throw new NotFound('file');
  }

  @Get(['', '*'])
  async page(@Res() reply: FastifyReply): Promise<void> {
    const { pathname } = new URL(reply.request.url, 'http://panel');
    const page = this.files.panel(pathname.slice('/panel'.length));
    reply.header('Cache-Control', 'no-cache');
    if (page === null) return void (await reply.status(503).type('text/plain; charset=utf-8').send(notBuilt));
    // Dialogs of the kit make a small style sheet of their own: it is let in by a nonce that each answer has anew.
    const nonce = randomBytes(18).toString('base64');
    reply.header('Content-Security-Policy', contentSecurity({ styles: `'nonce-${nonce}'` }));
    await reply.type('text/html; charset=utf-8').send(page.replace('nonce=""', `nonce="${nonce}"`));
  }
}
