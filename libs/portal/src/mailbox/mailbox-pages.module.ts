import { MailboxModule } from '#communications';
import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller.js';
import { MailboxController } from './mailbox.controller.js';

@Module({ imports: [MailboxModule], controllers: [DemoClockController, MailboxController] })
export class MailboxPagesModule {}
