import { GuestsModule } from '#guests';
import { PeopleModule } from '#people';
import { PrivacyModule } from '#privacy';
import { RegistrationsModule } from '#registrations';
import { Module } from '@nestjs/common';
import { SignedLinkModule } from '../signed-link/signed-link.module.js';
import { CodeController } from './code.controller.js';
import { DataController } from './data.controller.js';
import { GuestPasskeyController } from './guest-passkey.controller.js';
import { Guests } from './guests.js';
import { OwnController } from './own.controller.js';
import { OwnViews } from './own-view.js';

@Module({
  imports: [GuestsModule, PeopleModule, PrivacyModule, RegistrationsModule, SignedLinkModule],
  controllers: [CodeController, DataController, GuestPasskeyController, OwnController],
  providers: [Guests, OwnViews],
  exports: [Guests],
})
export class GuestPagesModule {}
