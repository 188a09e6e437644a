import { AccountLinkService, RecoveryService } from '#identity';
import { isRefusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ChoosePasswordPage, ForgottenPage, LinkOverPage } from './recovery.page.js';
import { statusOf } from './sign-in-answers.js';

/** A forgotten password, and the link that is mailed to whoever is new or forgot it. */
@Controller()
export class RecoveryController {
  constructor(
    private readonly recovery: RecoveryService,
    private readonly links: AccountLinkService,
  ) {}

  @Allow('public')
  @Get('entrar/olvido')
  async form(@Query('enviado') sent: unknown, @PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, <ForgottenPage language={viewer.language} isSent={sent === '1'} />);
  }

  @Allow('public')
  @Post('entrar/olvido')
  async request(
    @Body() body: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email = '' } = typedOf(body);
    const refusal = await this.recovery.request(viewer, email, request.ip);
    if (!refusal) return seeOther(reply, inLanguage('/entrar/olvido?enviado=1', viewer.language));
    const faults = [faultOf(refusal, viewer.language)];
    const page = <ForgottenPage language={viewer.language} typed={{ email }} faults={faults} isSent={false} />;
    await sendPage(reply, page, { status: statusOf(refusal) });
  }

  /** Opening uses nothing up: mail scanners open links. */
  @Allow('public')
  @Get('cuenta/:token')
  async chooseForm(
    @Param('token') token: string,
    @PageViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = viewer;
    const path = `/cuenta/${encodeURIComponent(token)}`;
    const opened = await this.links.open(token);
    if (opened)
      await sendPage(reply, <ChoosePasswordPage language={language} path={path} email={opened.account.email} />);
    else await sendPage(reply, <LinkOverPage language={language} path={path} />, { status: 404 });
  }

  @Allow('public')
  @Post('cuenta/:token')
  async choose(
    @Param('token') token: string,
    @Body() body: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { password = '' } = typedOf(body);
    const { language } = viewer;
    const path = `/cuenta/${encodeURIComponent(token)}`;
    const answer = await this.recovery.choosePassword(viewer, { token, password, address: request.ip });
    if (!isRefusal(answer)) return seeOther(reply, inLanguage('/entrar?listo=1', viewer.language));
    const opened = await this.links.open(token);
    if (!opened) return sendPage(reply, <LinkOverPage language={language} path={path} />, { status: 404 });
    const faults = [faultOf(answer, language)];
    const page = <ChoosePasswordPage language={language} path={path} email={opened.account.email} faults={faults} />;
    await sendPage(reply, page, { status: statusOf(answer) });
  }
}
