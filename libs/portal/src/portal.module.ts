import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DelegationPagesModule } from './delegation/delegation-pages.module.js';
import { EventPagesModule } from './events/event-pages.module.js';
import { AssetsController } from './frame/assets.controller.js';
import { PageErrors } from './frame/page-errors.filter.js';
import { GuestPagesModule } from './guest/guest-pages.module.js';
import { InvitationPagesModule } from './invitation/invitation-pages.module.js';
import { MailboxPagesModule } from './mailbox/mailbox-pages.module.js';
import { MeetingPagesModule } from './meetings/meeting-pages.module.js';
import { PanelModule } from './panel/panel.module.js';
import { OidcController } from './sign-in/oidc.controller.js';
import { PasskeyController } from './sign-in/passkey.controller.js';
import { RecoveryController } from './sign-in/recovery.controller.js';
import { SecondStepController } from './sign-in/second-step.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

@Module({
  imports: [
    DelegationPagesModule,
    EventPagesModule,
    GuestPagesModule,
    InvitationPagesModule,
    MailboxPagesModule,
    MeetingPagesModule,
    PanelModule,
  ],
  controllers: [
    AssetsController,
    OidcController,
    PasskeyController,
    RecoveryController,
    SecondStepController,
    SignInController,
  ],
  providers: [{ provide: APP_FILTER, useClass: PageErrors }],
})
export class PortalModule {}
