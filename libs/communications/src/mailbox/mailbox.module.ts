import { Module } from '@nestjs/common';
import { MailSink } from './mail-sink.js';
import { MailboxRepository } from './mailbox.repository.js';

/** The built-in mailbox. Only the api process has it. */
@Module({ providers: [MailSink, MailboxRepository], exports: [MailboxRepository] })
export class MailboxModule {}
