import { GuestsModule } from '#guests';
import { Module } from '@nestjs/common';
import { GuestCookie } from '../guest/guest-cookie.js';
import { SignedLinks } from './signed-link.js';

@Module({ imports: [GuestsModule], providers: [GuestCookie, SignedLinks], exports: [GuestCookie, SignedLinks] })
export class SignedLinkModule {}
