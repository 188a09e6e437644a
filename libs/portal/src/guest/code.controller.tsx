import { LostLinkService, OneTimeCodeService } from '#guests';
import { LinkService } from '#identity';
import { isRefusal, type Refusal } from '#kernel';
import { Allow, nothingChanged, PageViewer, type LinkPurpose, type Viewer } from '#platform';
import { PersonRepository } from '#people';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, typedOf } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignedLinks } from '../signed-link/signed-link.js';
import { CodePage, EnterPage, LostLinkPage } from './code.pages.js';
import { GuestCookie } from './guest-cookie.js';

/** The first letters of the paths that signed links have. */
const purposes: Readonly<Record<string, LinkPurpose>> = { d: 'delegation', i: 'invitation', r: 'meetings' };

const statusOf = ({ code }: Refusal): number => (code === 'TOO_MANY_ATTEMPTS' ? 429 : 422);

/** How somebody without an account proves an address: a code is asked for, mailed, and typed. */
@Allow('public')
@Controller('mi')
export class CodeController {
  constructor(
    private readonly codes: OneTimeCodeService,
    private readonly lostLinks: LostLinkService,
    private readonly cookie: GuestCookie,
    private readonly links: LinkService,
    private readonly signedLinks: SignedLinks,
    private readonly persons: PersonRepository,
  ) {}

  @Get('entrar')
  async form(@PageViewer() { language }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, <EnterPage language={language} />);
  }

  @Post('entrar')
  async request(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { language } = viewer;
    const typed = typedOf(body);
    const answer = await this.codes.request(viewer, typed['email'] ?? '');
    if (!isRefusal(answer)) return seeOther(reply, inLanguage(`/mi/codigo?pedido=${answer}`, language));
    const page = <EnterPage {...{ language, typed }} faults={[faultOf(answer, language)]} />;
    await sendPage(reply, page, { status: statusOf(answer) });
  }

  /** From a link that asks for a code: it is mailed to whom the link was sent to, whoever asks. */
  @Post('enlace')
  async requestForLink(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const [, letter, token] = /^\/([dir])\/([\w-]{43})$/.exec(typedOf(body)['camino'] ?? '') ?? [];
    const { language, requestId } = viewer;
    const visitor = await this.links.open(token ?? '', { language, requestId, purpose: purposes[letter] });
    if (isRefusal(visitor)) return this.signedLinks.sendClosed(reply, language, visitor);
    const { personId } = await this.links.holdingOf(visitor.linkId);
    const person = personId ? await this.persons.byId(personId) : null;
    if (!person?.email) return nothingChanged(seeOther(reply, inLanguage('/mi/entrar', language)));
    const answer = await this.codes.request(viewer, person.email, visitor.linkId);
    if (!isRefusal(answer)) return seeOther(reply, inLanguage(`/mi/codigo?pedido=${answer}`, language));
    const page = <EnterPage language={language} faults={[faultOf(answer, language)]} />;
    await sendPage(reply, page, { status: statusOf(answer) });
  }

  /** Looking uses nothing up. */
  @Get('codigo')
  async codeForm(
    @PageViewer() { language }: Viewer,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, <CodePage language={language} codeId={typedOf(query)['pedido'] ?? ''} />);
  }

  @Post('codigo')
  async prove(
    @PageViewer() viewer: Viewer,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = viewer;
    const typed = typedOf(body);
    const codeId = typed['pedido'] ?? '';
    const guess = { codeId, typed: typed['codigo'] ?? '', token: this.cookie.tokenIn(request) };
    const answer = await this.codes.prove(viewer, guess);
    if (isRefusal(answer)) {
      const page = <CodePage {...{ language, typed, codeId }} faults={[faultOf(answer, language)]} />;
      return sendPage(reply, page, { status: statusOf(answer) });
    }
    this.cookie.give(reply, answer.token);
    const path = answer.linkId && (await this.links.pathOf(answer.linkId));
    return seeOther(reply, inLanguage(path ?? '/mi', language));
  }

  @Get('enlace-perdido')
  async lostForm(
    @PageViewer() { language }: Viewer,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, <LostLinkPage language={language} isDone={typedOf(query)['hecho'] === 'enviado'} />);
  }

  @Post('enlace-perdido')
  async sendLost(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { language } = viewer;
    const typed = typedOf(body);
    const refusal = await this.lostLinks.request(viewer, typed['email'] ?? '');
    if (!refusal) return seeOther(reply, inLanguage('/mi/enlace-perdido?hecho=enviado', language));
    const page = <LostLinkPage {...{ language, typed }} faults={[faultOf(refusal, language)]} />;
    await sendPage(reply, page, { status: statusOf(refusal) });
  }
}
