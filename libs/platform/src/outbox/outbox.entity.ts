import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { Facts } from './domain-event.js';

/** One announced fact, written in the transaction that made it true. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('uuid')
  id: string;

  /** The order in which facts were written; a later fact never has a smaller number within one row's history. */
  @Column('bigint')
  @Generated('increment')
  sequence: string;

  @Column('text')
  event: string;

  @Column('jsonb')
  facts: Facts;

  @Column('timestamptz')
  recordedAt: Date;

  /** When its jobs were written and queued; null while it waits for the relay. */
  @Column('timestamptz', { nullable: true })
  relayedAt: Date | null;
}
