import { OidcSignInService, originOf, SessionCookie } from '#identity';
import { isRefusal, type Refusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ownPath } from './own-path.rules.js';
import { statusOf } from './sign-in-answers.js';
import { SignInPage } from './sign-in.page.js';

/** Leaves for the configured issuer and comes back. Without one both addresses only say so. */
@Controller('entrar/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignInService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Get()
  async depart(@Query('to') asked: unknown, @PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const way = await this.oidc.depart(ownPath(asked));
    if (isRefusal(way)) return this.refuse(reply, viewer, way);
    this.cookie.giveJourney(reply, way.journey);
    await seeOther(reply, way.url);
  }

  @Allow('public')
  @Get('vuelta')
  async arrive(
    @PageViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = request.url.split('?')[1] ?? '';
    const journey = this.cookie.journeyIn(request);
    this.cookie.takeJourney(reply);
    const answer = await this.oidc.arrive(viewer, { query, journey, ...originOf(request) });
    if (isRefusal(answer)) return this.refuse(reply, viewer, answer);
    this.cookie.give(reply, answer.token);
    await seeOther(reply, inLanguage(answer.to, viewer.language));
  }

  private async refuse(reply: FastifyReply, { language }: Viewer, refusal: Refusal): Promise<void> {
    const faults = [faultOf(refusal, language)];
    const page = <SignInPage language={language} to="/panel" faults={faults} issuer={this.oidc.label} />;
    await sendPage(reply, page, { status: statusOf(refusal) });
  }
}
