import { Allow, Config, contentSecurity, NotFound, PageViewer, type Viewer } from '#platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../frame/send-page.js';
import { BuiltFiles } from './built-files.js';

/** The editor makes its own style sheets and carries its fonts inside them. */
const policy = contentSecurity({ styles: "'unsafe-inline'", fonts: 'data:' });

/** The explorer of the API, for signed-in staff and served from this process alone, so that it works offline. It does not exist in production. */
@Allow('public')
@Controller('graphiql')
export class GraphiqlController {
  constructor(
    private readonly config: Config,
    private readonly files: BuiltFiles,
  ) {}

  @Get()
  async page(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const page = this.config.isProduction ? null : this.files.page('graphiql.html');
    if (page === null) throw new NotFound('page');
    if (viewer.kind !== 'staff') return seeOther(reply, '/entrar?to=%2Fgraphiql');
    reply.header('Cache-Control', 'no-store').header('Content-Security-Policy', policy);
    await reply.type('text/html; charset=utf-8').send(page);
  }
}
