import { originOf, ProofService, SecondStepService, SessionCookie } from '#identity';
import { isRefusal, wordsOf } from '#kernel';
import { Allow, nothingChanged, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ownPath } from './own-path.rules.js';
import { ProofPage } from './proof.page.js';
import { RecoveryCodesPage, SecondStepPage, SetupPage } from './second-step.page.js';
import { statusOf } from './sign-in-answers.js';

/** What follows the password, without a script: a code, the set-up of an app, and the proof that is asked for later. */
@Controller('entrar')
export class SecondStepController {
  constructor(
    private readonly secondSteps: SecondStepService,
    private readonly proofs: ProofService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Get('codigo')
  async codeForm(
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isWaiting = await this.secondSteps.isWaiting(this.cookie.pendingTokenIn(request));
    if (isWaiting) await sendPage(reply, <SecondStepPage language={viewer.language} to={ownPath(asked)} />);
    else await seeOther(reply, inLanguage('/entrar', viewer.language));
  }

  @Allow('public')
  @Post('codigo')
  async code(
    @Body() body: unknown,
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { code = '' } = typedOf(body);
    const pendingToken = this.cookie.pendingTokenIn(request);
    const answer = await this.secondSteps.confirm(viewer, { pendingToken, code, ...originOf(request) });
    if (isRefusal(answer)) {
      const { language } = viewer;
      const page = <SecondStepPage language={language} to={ownPath(asked)} faults={[faultOf(answer, language)]} />;
      return sendPage(reply, page, { status: statusOf(answer) });
    }
    this.cookie.takePending(reply);
    this.cookie.give(reply, answer.token);
    await seeOther(reply, inLanguage(ownPath(asked), viewer.language));
  }

  @Allow('public')
  @Get('configurar')
  async setupForm(
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setup = await this.secondSteps.startSetup(this.cookie.pendingTokenIn(request));
    if (isRefusal(setup)) await seeOther(reply, inLanguage('/entrar', viewer.language));
    else await sendPage(reply, <SetupPage language={viewer.language} setup={setup} to={ownPath(asked)} />);
  }

  @Allow('public')
  @Post('configurar')
  async setUp(
    @Body() body: unknown,
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { code = '' } = typedOf(body);
    const { language } = viewer;
    const pendingToken = this.cookie.pendingTokenIn(request);
    const answer = await this.secondSteps.confirmSetup(viewer, { pendingToken, code, ...originOf(request) });
    if (isRefusal(answer)) {
      const setup = await this.secondSteps.startSetup(pendingToken);
      if (isRefusal(setup)) return nothingChanged(seeOther(reply, inLanguage('/entrar', viewer.language)));
      const page = (
        <SetupPage language={language} setup={setup} to={ownPath(asked)} faults={[faultOf(answer, language)]} />
      );
      return sendPage(reply, page, { status: statusOf(answer) });
    }
    this.cookie.takePending(reply);
    this.cookie.give(reply, answer.token);
    await sendPage(reply, <RecoveryCodesPage language={language} codes={answer.recoveryCodes} to={ownPath(asked)} />);
  }

  @Allow('staff')
  @Get('comprobar')
  async proofForm(
    @Query('volver') back: unknown,
    @PageViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, <ProofPage language={viewer.language} back={ownPath(back)} />);
  }

  @Allow('staff')
  @Post('comprobar')
  async prove(
    @Body() body: unknown,
    @Query('volver') back: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { code = '', password = '' } = typedOf(body);
    const answer = code
      ? await this.proofs.byCode(viewer, code, request.ip)
      : await this.proofs.byPassword(viewer, password, request.ip);
    if (!isRefusal(answer)) return seeOther(reply, ownPath(back));
    const { language } = viewer;
    const fault = { field: answer.field, message: wordsOf(answer, language) };
    await sendPage(reply, <ProofPage language={language} back={ownPath(back)} faults={[fault]} />, {
      status: statusOf(answer),
    });
  }
}
