import { originOf, SessionCookie, SignInService } from '#identity';
import { isRefusal, type Refusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignInPage } from './sign-in.page.js';

/** Staff sign in and out. Whoever is signed in already is sent on to the panel. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Get('entrar')
  async form(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    if (viewer.kind === 'staff') await seeOther(reply, inLanguage('/panel', viewer));
    else await sendPage(reply, <SignInPage language={viewer.language} />);
  }

  @Allow('public')
  @Post('entrar')
  async signIn(
    @Body() body: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email = '', password = '' } = typedOf(body);
    const answer = await this.signIns.signIn(viewer, { email, password, ...originOf(request) });
    if (isRefusal(answer)) {
      const faults = [faultOf(answer, viewer.language)];
      const page = <SignInPage language={viewer.language} typed={{ email }} faults={faults} />;
      await sendPage(reply, page, { status: statusOf(answer) });
      return;
    }
    this.cookie.give(reply, answer.token);
    await seeOther(reply, inLanguage('/panel', viewer));
  }

  @Allow('public')
  @Post('salir')
  async signOut(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(viewer);
    this.cookie.take(reply);
    await seeOther(reply, inLanguage('/entrar', viewer));
  }
}

function statusOf(refusal: Refusal): number {
  return refusal.code === 'TOO_MANY_ATTEMPTS' ? 429 : 422;
}

function inLanguage(path: string, { language }: Viewer): string {
  return language === 'es' ? path : `${path}?lang=${language}`;
}
