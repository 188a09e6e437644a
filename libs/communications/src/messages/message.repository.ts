import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Message } from './message.entity.js';

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
}
