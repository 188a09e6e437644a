import { InstitutionsModule } from '#institutions';
import { MeetingsModule } from '#meetings';
import { PeopleModule } from '#people';
import { RegistrationsModule } from '#registrations';
import { Module } from '@nestjs/common';
import { SignedLinkModule } from '../signed-link/signed-link.module.js';
import { DelegationController } from './delegation.controller.js';
import { DelegationViews } from './delegation-view.js';

@Module({
  imports: [InstitutionsModule, MeetingsModule, PeopleModule, RegistrationsModule, SignedLinkModule],
  controllers: [DelegationController],
  providers: [DelegationViews],
})
export class DelegationPagesModule {}
