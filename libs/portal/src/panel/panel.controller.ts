import { Allow, contentSecurity, NotFound, TrustedDocuments, Viewerless } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BuiltFiles } from './built-files.js';

/** The menus and dialogs of the kit make small style sheets of their own. */
const policy = contentSecurity({ styles: "'unsafe-inline'" });

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
    const page = this.files.page('index.html');
    reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', policy);
    if (page === null) await reply.status(503).type('text/plain; charset=utf-8').send(notBuilt);
    else await reply.type('text/html; charset=utf-8').send(page);
  }
}
