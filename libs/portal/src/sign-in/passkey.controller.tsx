import { originOf, PasskeySignInService, SessionCookie, type PasskeyQuestion } from '#identity';
import { isRefusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ownPath } from './own-path.rules.js';
import { statusOf } from './sign-in-answers.js';
import { SignInPage } from './sign-in.page.js';

/** The passkey button of the sign-in page: its script asks for a question, and the form brings the answer. */
@Controller('entrar/llave')
export class PasskeyController {
  constructor(
    private readonly passkeys: PasskeySignInService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Post('pregunta')
  @HttpCode(200)
  async question(@Res({ passthrough: true }) reply: FastifyReply): Promise<PasskeyQuestion> {
    reply.header('Cache-Control', 'no-store');
    return this.passkeys.start();
  }

  @Allow('public')
  @Post()
  async answer(
    @Body() body: unknown,
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { challengeId = '', answer = '' } = typedOf(body);
    const to = ownPath(asked);
    const signedIn = await this.passkeys.signIn(viewer, { challengeId, answer }, originOf(request));
    if (isRefusal(signedIn)) {
      const { language } = viewer;
      const page = <SignInPage language={language} to={to} faults={[faultOf(signedIn, language)]} />;
      return sendPage(reply, page, { status: statusOf(signedIn) });
    }
    this.cookie.takePending(reply);
    this.cookie.give(reply, signedIn.token);
    await seeOther(reply, inLanguage(to, viewer.language));
  }
}
