import { groupedBy, newId } from '#kernel';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Message } from '../messages/message.entity.js';
import { DeliveryEvent } from './delivery-event.entity.js';

export type DeliveryStep = Pick<DeliveryEvent, 'state' | 'attempt' | 'response'>;

@Injectable()
export class DeliveryEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(work: Work, { id, eventId }: Message, step: DeliveryStep): Promise<void> {
    await work.manager.insert(DeliveryEvent, { id: newId(), messageId: id, eventId, ...step, happenedAt: work.now });
  }

  /** What happened to each of these mails, in order. */
  readonly ofMessages = async (ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryEvent[]>> => {
    const rows = await this.dataSource.manager.find(DeliveryEvent, {
      where: { messageId: In([...ids]) },
      order: { sequence: 'ASC' },
    });
    return groupedBy(rows, ({ messageId }) => messageId);
  };
}
