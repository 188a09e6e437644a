import { isRefusal } from '#kernel';
import { Allow, PageViewer, type Viewer } from '#platform';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { typedOf, type Typed } from '../frame/form.js';
import { sayDone, SignedLinks, type LinkedVisit } from '../signed-link/signed-link.js';
import { MeetingDeeds } from './meeting-deeds.js';
import { MeetingScreens } from './meeting-screens.js';
import { isDoneWord } from './meeting-words.js';

@Allow('public')
@Controller('r')
export class MyMeetingsController {
  constructor(
    private readonly links: SignedLinks,
    private readonly screens: MeetingScreens,
    private readonly deeds: MeetingDeeds,
  ) {}

  /** The party's page; by its query, one meeting, the search for an institution, a request to one, or the availability. */
  @Get(':token')
  async page(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'meetings');
    if (!visit) return;
    const { reunion, buscar, con, disponibilidad, hecho } = typedOf(query);
    if (reunion) return this.screens.meeting(visit, reunion);
    if (con) return this.screens.ask(visit, con);
    if (buscar !== undefined) return this.screens.found(visit, buscar);
    if (disponibilidad) return this.screens.availability(visit);
    return this.screens.all(visit, isDoneWord(hecho) ? hecho : undefined);
  }

  /** Every form of these pages comes here; `do` says which. An unknown one changes nothing. */
  @Post(':token')
  async send(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'meetings');
    if (!visit) return;
    const typed = typedOf(body);
    if (typed['do'] === 'disponibilidad') return this.keepFree(visit, typed);
    const deed = this.deeds.named(typed['do']);
    if (!deed) return this.screens.all(visit);
    const answer = await deed.act(visit.visitor, typed);
    if (!isRefusal(answer)) return sayDone(visit, deed.done);
    const attempt = { typed, refusal: answer };
    if (deed.screen === 'ask') return this.screens.ask(visit, typed['con'] ?? '', attempt);
    if (deed.screen === 'meeting') return this.screens.meeting(visit, typed['reunion'] ?? '', attempt);
    return this.screens.all(visit, undefined, attempt);
  }

  private async keepFree(visit: LinkedVisit, typed: Typed): Promise<void> {
    const { answer, unavailable } = await this.deeds.keepFree(visit.visitor, typed);
    if (!isRefusal(answer)) return sayDone(visit, 'guardada');
    return this.screens.availability(visit, { unavailable, refusal: answer });
  }
}
