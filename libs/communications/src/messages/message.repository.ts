import { pageFound, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Message } from './message.entity.js';
import type { MessageState } from './message.rules.js';

/** A message as it is written at first; the rest has its defaults. */
export type NewMessage = Omit<
  Message,
  'position' | 'attempts' | 'sender' | 'dataAt' | 'nextAttemptAt' | 'waitsFor' | 'lastResponse' | 'sentAt'
>;

/** What is asked of an event's mails; what is absent does not narrow the answer. */
export interface MessageQuestion {
  readonly states?: readonly MessageState[] | null;
  readonly mail?: string | null;
  readonly personId?: string | null;
  readonly search?: string | null;
}

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

  /** The latest first; `search` is any part of the recipient or the subject, accents and case aside. */
  async ofEvent(eventId: string, filter: MessageQuestion, page: PageArgs): Promise<Page<Message>> {
    const query = this.dataSource.getRepository(Message).createQueryBuilder('message').where({ eventId });
    if (filter.states?.length) query.andWhere({ state: In([...filter.states]) });
    if (filter.mail) query.andWhere({ mail: filter.mail });
    if (filter.personId) query.andWhere({ personId: filter.personId });
    const pattern = searchPattern(filter.search);
    if (pattern) {
      const anywhere =
        "unaccent(concat_ws(' ', message.to_name, message.to_address, message.subject)) ILIKE unaccent(:pattern)";
      query.andWhere(anywhere, { pattern });
    }
    return pageFound(query.orderBy('message.position', 'DESC'), page);
  }

  /** How many of the event's mails stand where, by kind. */
  async counts(eventId: string): Promise<{ state: MessageState; mail: string; count: number }[]> {
    return this.dataSource.query(
      'SELECT state, mail, count(*)::int AS count FROM message WHERE event_id = $1 GROUP BY state, mail ORDER BY mail, state',
      [eventId],
    );
  }

  /** The mails with these dedupe keys, by their key. */
  readonly byDedupeKeys = async (keys: readonly string[]): Promise<ReadonlyMap<string, Message>> => {
    const rows = await this.dataSource.getRepository(Message).findBy({ dedupeKey: In([...keys]) });
    return new Map(rows.map((row) => [row.dedupeKey, row]));
  };
}
