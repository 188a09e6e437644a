import { Personal } from '#platform';
import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { MessageState } from '../messages/message.rules.js';

/** One step of a mail on its way out, so that an organiser sees each try and what the server said. Append-only. */
@Entity('delivery_event')
export class DeliveryEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bigint')
  @Generated('increment')
  sequence: string;

  @Column('uuid')
  messageId: string;

  /** The mail's; null where it has none. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** Where the mail stood from then on. */
  @Column('text')
  state: MessageState;

  /** The number of tries so far, the one at hand included. */
  @Column('int')
  attempt: number;

  /** What the mail server said, or why the mail waits. */
  @Column('text', { nullable: true })
  @Personal('mention')
  response: string | null;

  @Column('timestamptz')
  happenedAt: Date;
}
