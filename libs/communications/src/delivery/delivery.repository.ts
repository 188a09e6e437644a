import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { Message } from '../messages/message.entity.js';
import { SuppressedAddress } from './suppressed-address.entity.js';

const batch = 200;

/** What delivery asks of the messages. Whatever it locks, another worker leaves alone. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  async lock(manager: EntityManager, id: string): Promise<Message | null> {
    return manager.findOne(Message, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The nearest earlier message about the same appointment to the same address that is not out yet. It is locked for sharing, so that it
   * cannot settle (and release those that wait for it) before this one has noted that it waits.
   */
  async earlierOfCalendar(manager: EntityManager, message: Message): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM message
       WHERE calendar_uid = $1 AND to_address = $2 AND position < $3 AND state IN ('queued', 'deferred', 'sending')
       ORDER BY position DESC LIMIT 1 FOR SHARE`,
      [message.calendarUid, message.toAddress, message.position],
    );
    return rows[0]?.id ?? null;
  }

  async hasLaterOfCalendar(manager: EntityManager, { calendarUid, toAddress, position }: Message): Promise<boolean> {
    if (!calendarUid) return false;
    return manager.existsBy(Message, { calendarUid, toAddress, position: MoreThan(position) });
  }

  /** Messages whose turn comes now that this one is settled. */
  async lockWaitingFor(manager: EntityManager, id: string): Promise<Message[]> {
    return manager.find(Message, {
      where: { waitsFor: id, state: 'deferred' },
      order: { position: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async lockDue(work: Work): Promise<Message[]> {
    return work.manager
      .createQueryBuilder(Message, 'message')
      .where("message.state = 'deferred' AND message.next_attempt_at <= :now", { now: work.now })
      .orderBy('message.next_attempt_at')
      .limit(batch)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  /** The numbers of the processes that have a message in hand. */
  async senders(manager: EntityManager): Promise<number[]> {
    const rows = await manager.query<{ sender: number }[]>(
      "SELECT DISTINCT sender FROM message WHERE state = 'sending' AND sender IS NOT NULL",
    );
    return rows.map(({ sender }) => sender);
  }

  /** What these processes had in hand, apart from `except`. */
  async lockInHandOf(
    manager: EntityManager,
    senders: readonly number[],
    except: readonly string[],
  ): Promise<Message[]> {
    return manager
      .createQueryBuilder(Message, 'message')
      .where("message.state = 'sending' AND message.sender = ANY(:senders) AND message.id <> ALL(:except)", {
        senders,
        except,
      })
      .orderBy('message.position')
      .limit(batch)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async isSuppressed(manager: EntityManager, address: string): Promise<boolean> {
    return manager.existsBy(SuppressedAddress, { address: address.toLowerCase() });
  }

  async suppress(work: Work, message: Message, reason: string): Promise<void> {
    const row = { address: message.toAddress.toLowerCase(), reason, messageId: message.id, suppressedAt: work.now };
    await work.manager.createQueryBuilder().insert().into(SuppressedAddress).values(row).orIgnore().execute();
  }
  /** False when nothing stood against the address. */
  async liftSuppression(manager: EntityManager, address: string): Promise<boolean> {
    const { affected } = await manager.delete(SuppressedAddress, { address: address.toLowerCase() });
    return affected === 1;
  }

  /** What stands against these addresses, by the address in lower case. */
  readonly suppressions = async (addresses: readonly string[]): Promise<ReadonlyMap<string, SuppressedAddress>> => {
    const rows = await this.dataSource.manager.findBy(SuppressedAddress, { address: In([...addresses]) });
    return new Map(rows.map((row) => [row.address, row]));
  };
}
