import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Message } from './message.entity.js';
import type { MessageState } from './message.rules.js';

/** A message as it is written at first; the rest has its defaults. */
export type NewMessage = Omit<
  Message,
  'position' | 'attempts' | 'sender' | 'dataAt' | 'nextAttemptAt' | 'waitsFor' | 'lastResponse' | 'sentAt'
>;

@Injectable()
export class MessageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False when the dedupe key has its message already. */
  async insertOnce(manager: EntityManager, message: NewMessage): Promise<boolean> {
    const result = await manager
      .createQueryBuilder()
      .insert()
      .into(Message)
      .values(message)
      .orIgnore('message_once')
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  async byId(id: string): Promise<Message | null> {
    return this.dataSource.getRepository(Message).findOneBy({ id });
  }

  /** The latest first; `search` is any part of the recipient or the subject. */
  async ofEvent(
    eventId: string,
    filter: { readonly state?: MessageState; readonly search?: string },
    page: PageArgs,
  ): Promise<Page<Message>> {
    const query = this.dataSource.getRepository(Message).createQueryBuilder('message').where({ eventId });
    if (filter.state) query.andWhere({ state: filter.state });
    if (filter.search) {
      const anywhere =
        "strpos(lower(concat_ws(' ', message.to_name, message.to_address, message.subject)), lower(:search)) > 0";
      query.andWhere(anywhere, { search: filter.search });
    }
    query.orderBy('message.position', 'DESC').offset(offsetOf(page)).limit(limitOf(page));
    const [rows, total] = await query.getManyAndCount();
    return pageAt(rows, total, page);
  }
}
