import { Allow, Config, PageViewer, type Viewer } from '#platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendPage } from '../frame/send-page.js';
import { PanelPage } from './panel.page.js';

/** Where the organisers' panel will stand. Until then it says what organisers can already do, and where. */
@Controller('panel')
export class PanelController {
  constructor(private readonly config: Config) {}

  @Allow('public')
  @Get()
  async page(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const name = viewer.kind === 'staff' ? viewer.name : null;
    await sendPage(reply, <PanelPage language={viewer.language} name={name} hasExplorer={!this.config.isProduction} />);
  }
}
