import { GuestPasskeyService, GuestPasskeySignIn } from '#guests';
import type { PasskeyQuestion } from '#identity';
import { isId, isRefusal, type Refusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { EnterPage } from './code.pages.js';
import { GuestCookie } from './guest-cookie.js';
import { Guests, type GuestVisit } from './guests.js';
import { PasskeysPage, type PasskeysPageProps } from './passkeys.page.js';

const statusOf = ({ code }: Refusal): number => (code === 'TOO_MANY_ATTEMPTS' ? 429 : 422);

/** How somebody without an account comes in by a passkey, and the page of their passkeys. */
@Allow('public')
@Controller('mi')
export class GuestPasskeyController {
  constructor(
    private readonly entrance: GuestPasskeySignIn,
    private readonly passkeys: GuestPasskeyService,
    private readonly guests: Guests,
    private readonly cookie: GuestCookie,
  ) {}

  @Post('llave/pregunta')
  @HttpCode(200)
  async question(@Res({ passthrough: true }) reply: FastifyReply): Promise<PasskeyQuestion> {
    reply.header('Cache-Control', 'no-store');
    return this.entrance.start();
  }

  @Post('llave')
  async enter(
    @PageViewer() viewer: Viewer,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { challengeId = '', answer = '' } = typedOf(body);
    const { language } = viewer;
    const begun = await this.entrance.signIn(viewer, { challengeId, answer }, this.cookie.tokenIn(request));
    if (isRefusal(begun)) {
      const page = <EnterPage language={language} faults={[faultOf(begun, language)]} />;
      return sendPage(reply, page, { status: statusOf(begun) });
    }
    this.cookie.give(reply, begun.token);
    await seeOther(reply, inLanguage('/mi', language));
  }

  @Get('llaves')
  async list(
    @PageViewer() viewer: Viewer,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const { hecho } = typedOf(query);
    await this.show(reply, visit, { done: hecho === 'creada' || hecho === 'retirada' ? hecho : undefined });
  }

  @Post('llaves/pregunta')
  async questionForNew(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const question = await this.passkeys.startRegistration(visit.viewer, visit.person.name);
    await reply.code(200).header('Cache-Control', 'no-store').send(question);
  }

  @Post('llaves')
  async change(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const { challengeId = '', answer = '', do: deed, llave = '' } = typedOf(body);
    const { language } = viewer;
    if (deed === 'retirar') {
      if (isId(llave)) await this.passkeys.revoke(visit.viewer, llave);
      return seeOther(reply, inLanguage('/mi/llaves?hecho=retirada', language));
    }
    const made = await this.passkeys.finishRegistration(visit.viewer, { challengeId, answer });
    if (!isRefusal(made)) return seeOther(reply, inLanguage('/mi/llaves?hecho=creada', language));
    return this.show(reply, visit, { faults: [faultOf(made, language)] });
  }

  private async show(
    reply: FastifyReply,
    visit: GuestVisit,
    props: Pick<PasskeysPageProps, 'done' | 'faults'>,
  ): Promise<void> {
    const keys = await this.passkeys.of(visit.viewer);
    const page = <PasskeysPage {...{ visit, keys, language: visit.viewer.language }} {...props} />;
    await sendPage(reply, page, { status: props.faults ? 422 : 200 });
  }
}
