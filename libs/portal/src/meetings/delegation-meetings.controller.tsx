import { MeetingPartyService } from '#meetings';
import { Allow, PageViewer, UnitOfWork, type Viewer } from '#platform';
import { DelegationService } from '#registrations';
import { Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NoticePage } from '../frame/notice-page.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { SignedLinks } from '../signed-link/signed-link.js';

const nobodyToWriteTo = {
  title: { es: 'La delegación no tiene punto focal', en: 'The delegation has no focal point' },
  message: {
    es: 'Para pedir reuniones hace falta una persona a quien responder. Pida a la organización que nombre el punto focal de su delegación.',
    en: 'Meetings need a person to answer to. Ask the organisers to name the focal point of your delegation.',
  },
};

/** From a delegation's page to its institution's meetings. */
@Allow('public')
@Controller('d')
export class DelegationMeetingsController {
  constructor(
    private readonly links: SignedLinks,
    private readonly delegations: DelegationService,
    private readonly parties: MeetingPartyService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The institution takes part from its first use on; a second tap opens the same page. */
  @Post(':token/reuniones')
  async open(@PageViewer() viewer: Viewer, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.links.visit(reply, viewer, token, 'delegation');
    if (!visit) return;
    const { visitor } = visit;
    const { language } = visitor;
    const { eventId, institutionId, focalPointPersonId } = await this.delegations.see(visitor, visitor.subjectId);
    if (!focalPointPersonId)
      return sendPage(reply, <NoticePage language={language} {...nobodyToWriteTo} />, { status: 409 });
    const { linkId } = await this.unitOfWork.run((work) =>
      this.parties.partyForInstitution(work, visitor, { eventId, institutionId, contactPersonId: focalPointPersonId }),
    );
    await seeOther(reply, this.links.pathOf(linkId, 'meetings', language));
  }
}
