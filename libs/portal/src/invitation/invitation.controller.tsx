import { Clock, isRefusal, type Refusal } from '#kernel';
import { Allow, nothingChanged, PageViewer, type LinkViewer, type Viewer } from '#platform';
import { InvitationAnswerService, isAnswerable, type Invitation } from '#registrations';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf, typedOf, type Typed } from '../frame/form.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignedLinks } from '../signed-link/signed-link.js';
import { InvitationPage } from './invitation.page.js';
import { InvitationViews } from './invitation-view.js';

@Allow('public')
@Controller('i')
export class InvitationController {
  constructor(
    private readonly links: SignedLinks,
    private readonly views: InvitationViews,
    private readonly answers: InvitationAnswerService,
    private readonly clock: Clock,
  ) {}

  /** Looking answers nothing: mail programs and scanners open links too. */
  @Get(':token')
  async page(@PageViewer() viewer: Viewer, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.links.visitor(reply, viewer, token, 'invitation');
    if (visitor) await this.show(reply, visitor);
  }

  @Post(':token')
  async answer(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visitor = await this.links.visitor(reply, viewer, token, 'invitation');
    if (!visitor) return;
    const typed = typedOf(body);
    const answer = await this.answerOf(visitor, typed);
    if (isRefusal(answer)) return this.show(reply, visitor, { typed, refusal: answer });
    const row = answer;
    const opened = row?.state === 'accepted' ? await this.delegationPath(visitor) : null;
    const lang = visitor.language === 'es' ? '' : `?lang=${visitor.language}`;
    await seeOther(reply, opened ?? `/i/${encodeURIComponent(token)}${lang}`);
  }

  /** Null for a form that says nothing. */
  private async answerOf(visitor: LinkViewer, typed: Typed): Promise<Invitation | Refusal | null> {
    const { subjectId } = visitor;
    if (typed['do'] === 'aceptar') return this.answers.accept(visitor, subjectId);
    if (typed['do'] === 'declinar') return this.answers.decline(visitor, subjectId);
    if (typed['do'] !== 'delegar') return nothingChanged(null);
    const { givenNames = '', familyNames = '', email = '' } = typed;
    return this.answers.delegate(visitor, subjectId, { givenNames, familyNames, email });
  }

  private async delegationPath(visitor: LinkViewer): Promise<string | null> {
    const { delegation } = await this.views.of(visitor);
    return delegation?.linkId ? this.links.pathOf(delegation.linkId, 'delegation', visitor.language) : null;
  }

  private async show(
    reply: FastifyReply,
    visitor: LinkViewer,
    tried?: { typed: Typed; refusal: Refusal },
  ): Promise<void> {
    const { language } = visitor;
    const view = await this.views.of(visitor);
    const { state, expiresAt } = view.invitation;
    const props = {
      view,
      language,
      isOpen: isAnswerable(state, expiresAt, this.clock.now()),
      delegationPath: state === 'accepted' ? await this.delegationPath(visitor) : null,
      typed: tried?.typed,
      faults: tried ? [faultOf(tried.refusal, language)] : [],
    };
    await sendPage(reply, <InvitationPage {...props} />, { status: tried ? 422 : 200 });
  }
}
