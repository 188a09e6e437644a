import { isRefusal, type Refusal } from '#kernel';
import { Allow, NotFound, PageViewer, type Viewer } from '#platform';
import {
  RegisterService,
  RegistrationService,
  SubmissionService,
  type AllOrNothing,
  type PersonEntry,
} from '#registrations';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf, submissionKeyOf, typedOf, type Typed } from '../frame/form.js';
import { sendPage } from '../frame/send-page.js';
import { sayDone, SignedLinks, type LinkedVisit } from '../signed-link/signed-link.js';
import { DelegationPage, type DelegationPageProps } from './delegation.page.js';
import { DelegationViews, type Member } from './delegation-view.js';
import { isDoneWord, type DoneWord } from './delegation-words.js';
import { MemberPage } from './member.page.js';
import { peopleIn, typedPeople } from './person-fields.js';

const nobody: PersonEntry = { givenNames: '', familyNames: '', positionTitle: '' };

@Allow('public')
@Controller('d')
export class DelegationController {
  constructor(
    private readonly links: SignedLinks,
    private readonly views: DelegationViews,
    private readonly registering: RegisterService,
    private readonly registrations: RegistrationService,
    private readonly submissions: SubmissionService,
  ) {}

  @Get(':token')
  async page(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'delegation');
    if (!visit) return;
    const { persona, hecho } = typedOf(query);
    if (persona) return this.showMember(visit, persona);
    await this.show(visit, { done: isDoneWord(hecho) ? hecho : undefined });
  }

  /** Every form of the page comes here; `do` says which. An unknown one changes nothing. */
  @Post(':token')
  async send(
    @PageViewer() viewer: Viewer,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'delegation');
    if (!visit) return;
    const typed = typedOf(body);
    const { visitor } = visit;
    const id = typed['id'] ?? '';
    const wish = typed['do'] ?? '';
    switch (wish) {
      case 'agregar':
      case 'esperar':
        return this.add(visit, typed, wish === 'esperar');
      case 'corregir':
        return this.correct(visit, id, typed);
      case 'retirar':
        return this.settle(visit, await this.registrations.withdraw(visitor, id), 'retirado');
      case 'aceptar':
        return this.settle(visit, await this.registrations.acceptOffer(visitor, id), 'aceptado');
      case 'enviar':
        return this.settle(visit, await this.submissions.submit(visitor, visitor.subjectId), 'enviado');
      default:
        return this.show(visit, {});
    }
  }

  private async add(visit: LinkedVisit, typed: Typed, mayWait: boolean): Promise<void> {
    const people = peopleIn(typed);
    const { visitor } = visit;
    const told = typed['aviso'] === '1' && { toldIn: visitor.language };
    const list = { delegationId: visitor.subjectId, people, mayWait, submission: submissionKeyOf(typed), ...told };
    const { done, refusals } = await this.registering.register(visitor, list);
    if (refusals.length === 0) {
      return sayDone(visit, done.some(({ state }) => state === 'waitlisted') ? 'espera' : 'agregado');
    }
    const isFull = refusals.some(({ code }) => code === 'QUOTA_FULL' || code === 'EVENT_FULL');
    const kept = { typed: { ...typedPeople(people), aviso: typed['aviso'] }, typedRows: people.length };
    await this.show(visit, { faults: this.faults(visit, refusals), mayWait: isFull, ...kept }, 422);
  }

  private async correct(visit: LinkedVisit, id: string, typed: Typed): Promise<void> {
    const member = await this.memberOf(visit, id);
    const before = entryOf(member);
    const [after] = peopleIn(typed);
    const entry = member.registration.madePerson
      ? (after ?? nobody)
      : { ...before, positionTitle: after?.positionTitle ?? '' };
    const { refusals }: AllOrNothing<unknown> = await this.registrations.correct(visit.visitor, id, entry);
    if (refusals.length === 0) return sayDone(visit, 'corregido');
    await this.showMember(visit, id, { typed: typedPeople([entry]), refusals });
  }

  private async settle(visit: LinkedVisit, answer: unknown, done: DoneWord): Promise<void> {
    if (!isRefusal(answer)) return sayDone(visit, done);
    await this.show(visit, { faults: this.faults(visit, [answer]) }, 422);
  }

  private faults({ visitor }: LinkedVisit, refusals: readonly Refusal[]) {
    return refusals.map((refusal) => faultOf(refusal, visitor.language));
  }

  private async show(
    { visitor, path, reply }: LinkedVisit,
    props: Omit<DelegationPageProps, 'view' | 'language' | 'path'>,
    status = 200,
  ): Promise<void> {
    const view = await this.views.of(visitor);
    const common = { view, language: visitor.language, path };
    await sendPage(reply, <DelegationPage {...common} {...props} />, { status });
  }

  private async showMember(
    visit: LinkedVisit,
    id: string,
    tried?: { typed: Typed; refusals: readonly Refusal[] },
  ): Promise<void> {
    const { visitor, reply } = visit;
    const view = await this.views.of(visitor);
    const member = view.members.find(({ registration }) => registration.id === id);
    if (!member) throw new NotFound('registration');
    const typed = tried?.typed ?? typedPeople([entryOf(member)]);
    const faults = this.faults(visit, tried?.refusals ?? []);
    const props = { view, member, typed, faults, language: visitor.language };
    await sendPage(reply, <MemberPage {...props} />, { status: tried ? 422 : 200 });
  }

  private async memberOf({ visitor }: LinkedVisit, id: string): Promise<Member> {
    const { members } = await this.views.of(visitor);
    const member = members.find(({ registration }) => registration.id === id);
    if (!member) throw new NotFound('registration');
    return member;
  }
}

function entryOf({ registration, person }: Member): PersonEntry {
  const { givenNames, familyNames, email, phone, documentType, documentNumber } = person;
  const { positionTitle } = registration;
  return { givenNames, familyNames, email, phone, documentType, documentNumber, positionTitle };
}
