import { AssistantGrantRepository, AssistantService, type AssistantGrant } from '#guests';
import { Clock, isId, isRefusal, nextDay, startOfDay, type Refusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf, typedOf, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignedLinks } from '../signed-link/signed-link.js';
import { AssistantsPage, homeZone, type AssistantsPageProps } from './assistants.page.js';
import { Guests, type GuestVisit } from './guests.js';
import { OwnPage } from './own.page.js';
import { OwnViews } from './own-view.js';
import { WhoPage } from './who.page.js';

/** `/mi`: for whoever proved an address by a code. Everybody else is sent to prove one. */
@Allow('public')
@Controller('mi')
export class OwnController {
  constructor(
    private readonly guests: Guests,
    private readonly views: OwnViews,
    private readonly links: SignedLinks,
    private readonly assistants: AssistantService,
    private readonly grants: AssistantGrantRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  async home(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.guests.visit(reply, viewer);
    if (!visit) return;
    const { language } = viewer;
    const view = await this.views.of(visit.viewer.personId);
    const pathOf = (linkId: string, purpose: 'delegation' | 'invitation' | 'meetings') =>
      this.links.pathOf(linkId, purpose, language);
    await sendPage(reply, <OwnPage {...{ visit, view, language, pathOf }} />);
  }

  @Get('quien')
  async who(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const guest = await this.guests.guest(reply, viewer);
    if (guest) await sendPage(reply, <WhoPage guest={guest} language={viewer.language} />);
  }

  @Post('quien')
  async choose(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const guest = await this.guests.guest(reply, viewer);
    if (!guest) return;
    const isChosen = await this.guests.choose(viewer, guest, typedOf(body)['persona'] ?? '');
    await seeOther(reply, inLanguage(isChosen ? '/mi' : '/mi/quien', viewer.language));
  }

  @Post('salir')
  async leave(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.guests.leave(reply, viewer);
    await seeOther(reply, inLanguage('/mi/entrar', viewer.language));
  }

  @Get('asistentes')
  async assistantsOf(
    @PageViewer() viewer: Viewer,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const { hecho } = typedOf(query);
    const done = hecho === 'permitido' || hecho === 'retirado' ? hecho : undefined;
    await this.showAssistants(reply, visit, { done });
  }

  @Post('asistentes')
  async changeAssistants(
    @PageViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const typed = typedOf(body);
    const { language } = viewer;
    if (typed['do'] === 'retirar' && isId(typed['permiso'] ?? '')) {
      await this.assistants.revoke(visit.viewer, typed['permiso'] ?? '');
      return seeOther(reply, inLanguage('/mi/asistentes?hecho=retirado', language));
    }
    if (typed['do'] !== 'permitir') return this.showAssistants(reply, visit, {});
    const answer = await this.allow(visit, typed);
    if (!isRefusal(answer)) return seeOther(reply, inLanguage('/mi/asistentes?hecho=permitido', language));
    return this.showAssistants(reply, visit, { typed, faults: [faultOf(answer, language)] });
  }

  private allow({ viewer }: GuestVisit, typed: Typed): Promise<AssistantGrant | Refusal> {
    const { nombre = '', correo = '', hasta = '' } = typed;
    const expiresAt = isDay(hasta) ? startOfDay(nextDay(hasta), homeZone) : null;
    return this.assistants.grant(viewer, viewer.personId, { name: nombre, address: correo, expiresAt });
  }

  private async showAssistants(
    reply: FastifyReply,
    visit: GuestVisit,
    props: Pick<AssistantsPageProps, 'done' | 'typed' | 'faults'>,
  ): Promise<void> {
    const { language, personId } = visit.viewer;
    const grants = await this.grants.liveOf(personId, this.clock.now());
    const page = <AssistantsPage {...{ visit, grants, language }} {...props} />;
    await sendPage(reply, page, { status: props.faults ? 422 : 200 });
  }
}

/** Whether the text is a day of the calendar: `2025-06-20`, and not the 30th of February. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
}
