import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionPurpose } from './retention.rules.js';

/** For how many days after its end an event keeps something; without a row, the usual ones. */
@Entity('event_retention')
export class EventRetention {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('text')
  purpose: RetentionPurpose;

  @Column('int')
  days: number;
}
