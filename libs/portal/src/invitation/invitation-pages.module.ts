import { InstitutionsModule } from '#institutions';
import { PeopleModule } from '#people';
import { RegistrationsModule } from '#registrations';
import { Module } from '@nestjs/common';
import { SignedLinkModule } from '../signed-link/signed-link.module.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationViews } from './invitation-view.js';

@Module({
  imports: [InstitutionsModule, PeopleModule, RegistrationsModule, SignedLinkModule],
  controllers: [InvitationController],
  providers: [InvitationViews],
})
export class InvitationPagesModule {}
