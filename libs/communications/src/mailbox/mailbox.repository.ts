import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailboxMail } from './mailbox-mail.entity.js';

export type MailboxLine = Omit<MailboxMail, 'raw'>;

@Injectable()
export class MailboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(mail: Omit<MailboxMail, 'position'>): Promise<void> {
    await this.dataSource.getRepository(MailboxMail).insert(mail);
  }

  /** Newest first; `recipient` is any part of an address, empty for all. */
  async page(
    recipient: string,
    page: { offset: number; limit: number },
  ): Promise<{ rows: MailboxLine[]; total: number }> {
    const [rows, total] = await this.dataSource
      .getRepository(MailboxMail)
      .createQueryBuilder('mail')
      .select(['mail.id', 'mail.position', 'mail.receivedAt', 'mail.envelopeFrom', 'mail.envelopeTo', 'mail.subject'])
      .where('strpos(lower(mail.envelopeTo), lower(:recipient)) > 0 OR :recipient = :nothing', {
        recipient,
        nothing: '',
      })
      .orderBy('mail.position', 'DESC')
      .offset(page.offset)
      .limit(page.limit)
      .getManyAndCount();
    return { rows, total };
  }

  async byId(id: string): Promise<MailboxMail | null> {
    return this.dataSource.getRepository(MailboxMail).findOneBy({ id });
  }
}
