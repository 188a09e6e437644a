import { isRefusal, type Refusal } from '#kernel';
import { ConsentRepository, ConsentService, isConsentPurpose } from '#people';
import { Allow, PageViewer, UnitOfWork, type Viewer } from '#platform';
import { OwnDataService, PrivacyRequestService } from '#privacy';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf, typedOf, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { DataPage } from './data.page.js';
import { isDataDoneWord, type DataDoneWord } from './data-words.js';
import { Guests, type GuestVisit } from './guests.js';

/** `/mi/datos`: for the person alone; an assistant acts for them, and still does not see this. */
@Allow('public')
@Controller('mi/datos')
export class DataController {
  constructor(
    private readonly guests: Guests,
    private readonly ownData: OwnDataService,
    private readonly requests: PrivacyRequestService,
    private readonly consents: ConsentService,
    private readonly consentRows: ConsentRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  async page(
    @PageViewer() viewer: Viewer,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const { hecho } = typedOf(query);
    await this.show(reply, visit, { done: isDataDoneWord(hecho) ? hecho : undefined });
  }

  @Post()
  async change(@PageViewer() viewer: Viewer, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const typed = typedOf(body);
    const answer = await this.act(visit, typed);
    if (isRefusal(answer)) return this.show(reply, visit, { tried: { typed, refusal: answer } });
    if (answer === null) return this.show(reply, visit, {});
    await seeOther(reply, inLanguage(`/mi/datos?hecho=${answer}`, viewer.language));
  }

  /** A copy, as a file. A POST: no link that somebody else made can start it. */
  @Post('copia')
  async copy(@PageViewer() viewer: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.guests.ownVisit(reply, viewer);
    if (!visit) return;
    const copy = await this.ownData.copy(visit.viewer);
    await reply
      .status(200)
      .header('Cache-Control', 'no-store')
      .header('Content-Disposition', 'attachment; filename="mis-datos.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(copy, null, 2));
  }

  /** What was done; null for a form that says nothing. */
  private async act({ viewer }: GuestVisit, typed: Typed): Promise<DataDoneWord | Refusal | null> {
    const { personId, language } = viewer;
    const purpose = typed['para'];
    if (typed['do'] === 'permitir' && isConsentPurpose(purpose)) {
      const given = { personId, purpose, language, page: 'my_data' } as const;
      await this.unitOfWork.run((work) => this.consents.give(work, viewer, given));
      return 'permitido';
    }
    if (typed['do'] === 'retirar' && isConsentPurpose(purpose)) {
      await this.unitOfWork.run((work) => this.consents.withdraw(work, viewer, personId, purpose, 'my_data'));
      return 'retirado';
    }
    if (typed['do'] !== 'pedir') return null;
    const answer = await this.requests.ask(viewer, typed['derecho'] ?? '', typed['palabras'] ?? '');
    return isRefusal(answer) ? answer : 'pedido';
  }

  private async show(
    reply: FastifyReply,
    visit: GuestVisit,
    { done, tried }: { done?: DataDoneWord; tried?: { typed: Typed; refusal: Refusal } },
  ): Promise<void> {
    const { language, personId } = visit.viewer;
    const sections = await this.ownData.of(visit.viewer);
    const consents = await this.consentRows.inForce(personId);
    const attempt = tried && { typed: tried.typed, faults: [faultOf(tried.refusal, language)] };
    const page = <DataPage {...{ visit, sections, consents, language, done }} {...attempt} />;
    await sendPage(reply, page, { status: tried ? 422 : 200 });
  }
}
