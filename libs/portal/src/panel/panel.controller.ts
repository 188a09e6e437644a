import { Allow, NotFound } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BuiltFiles } from './built-files.js';

const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  // The list's rows and the menus are placed by style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notBuilt = 'The panel was not built: npm run build\n';

/** The organisers' panel: the same page at every address under /panel, which the browser's router reads. It holds no data itself. */
@Allow('public')
@Controller('panel')
export class PanelController {
  constructor(private readonly files: BuiltFiles) {}

  @Get('assets/:file')
  async asset(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.files.sendAsset(reply, name))) throw new NotFound('file');
  }

  @Get(['', '*'])
  async page(@Res() reply: FastifyReply): Promise<void> {
    const page = this.files.page('index.html');
    reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', contentSecurity);
    if (page === null) await reply.status(503).type('text/plain; charset=utf-8').send(notBuilt);
    else await reply.type('text/html; charset=utf-8').send(page);
  }
}
