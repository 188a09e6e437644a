import {
  isSecondFactorNeeded,
  OidcSignInService,
  originOf,
  SecondStepService,
  SessionCookie,
  SignInService,
  SignOutService,
  type SignedIn,
} from '#identity';
import { isRefusal, type Refusal } from '#kernel';
import { Allow, Config, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ownPath } from './own-path.rules.js';
import { statusOf } from './sign-in-answers.js';
import { leadingTo } from './sign-in-frame.js';
import { SignInPage } from './sign-in.page.js';

interface FormAgain {
  readonly email: string;
  readonly to: string;
}

/** Staff sign in and out. Whoever is signed in already is sent on to the panel. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly secondSteps: SecondStepService,
    private readonly signOuts: SignOutService,
    private readonly cookie: SessionCookie,
    private readonly oidc: OidcSignInService,
    private readonly config: Config,
  ) {}

  @Allow('public')
  @Get('entrar')
  async form(
    @Query('to') asked: unknown,
    @Query('listo') chosen: unknown,
    @PageViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = ownPath(asked);
    if (viewer.kind === 'staff') await seeOther(reply, inLanguage(to, viewer.language));
    else
      await sendPage(
        reply,
        <SignInPage language={viewer.language} to={to} isChosen={chosen === '1'} issuer={this.oidc.label} />,
      );
  }

  @Allow('public')
  @Post('entrar')
  async signIn(
    @Body() body: unknown,
    @Query('to') asked: unknown,
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = ownPath(asked);
    const { email = '', password = '' } = typedOf(body);
    const answer = await this.signIns.signIn(viewer, { email, password, ...originOf(request) });
    if (isRefusal(answer)) return this.refuse(reply, viewer, answer, { email, to });
    if (isSecondFactorNeeded(answer)) {
      this.cookie.givePending(reply, answer.pendingToken);
      if (answer.mustSetUp) await this.secondSteps.startSetup(answer.pendingToken);
      const step = leadingTo(answer.mustSetUp ? '/entrar/configurar' : '/entrar/codigo', to);
      return seeOther(reply, inLanguage(step, viewer.language));
    }
    this.cookie.give(reply, answer.token);
    await seeOther(reply, inLanguage(this.after(answer, to), viewer.language));
  }

  @Allow('public')
  @Post('salir')
  async signOut(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.signOuts.signOut(viewer);
    this.cookie.take(reply);
    await seeOther(reply, inLanguage('/entrar', viewer.language));
  }

  /** In earnest, whoever has no second factor is led to where one is set up; the demonstration goes straight on. */
  private after({ isUnprotected }: SignedIn, to: string): string {
    return isUnprotected && this.config.isProduction && to === '/panel' ? '/panel/account' : to;
  }

  private async refuse(reply: FastifyReply, { language }: Viewer, refusal: Refusal, form: FormAgain): Promise<void> {
    const page = (
      <SignInPage
        language={language}
        typed={{ email: form.email }}
        to={form.to}
        faults={[faultOf(refusal, language)]}
      />
    );
    await sendPage(reply, page, { status: statusOf(refusal) });
  }
}
