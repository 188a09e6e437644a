import { Clock, isRefusal, type Refusal } from '#kernel';
import { Allow, nothingChanged, PageViewer, type LinkViewer, type Viewer } from '#platform';
import { InvitationAnswerService, isAnswerable, type Invitation } from '#registrations';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf, typedOf, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignedLinks, type LinkedVisit } from '../signed-link/signed-link.js';
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
    const visit = await this.links.visit(reply, viewer, token, 'invitation');
    if (visit) await this.show(visit);
  }

  @Post(':token')
  async answer(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'invitation');
    if (!visit) return;
    const typed = typedOf(body);
    const { visitor, path } = visit;
    const answer = await this.answerOf(visitor, typed);
    if (isRefusal(answer)) return this.show(visit, { typed, refusal: answer });
    const opened = answer?.state === 'accepted' ? await this.delegationPath(visitor) : null;
    await seeOther(reply, opened ?? inLanguage(path, visitor.language));
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

  private async show({ visitor, reply }: LinkedVisit, tried?: { typed: Typed; refusal: Refusal }): Promise<void> {
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
