import { Module } from '@nestjs/common';
import { MailSink } from './mail-sink.js';
import { MailboxRepository } from './mailbox.repository.js';

/** What the built-in mailbox holds. */
@Module({ providers: [MailboxRepository], exports: [MailboxRepository] })
export class MailboxModule {}

/** The built-in mailbox's SMTP server. The worker has it, so that it listens before the first mail is sent. */
@Module({ imports: [MailboxModule], providers: [MailSink] })
export class MailSinkModule {}
