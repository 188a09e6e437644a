import type { EventRole } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account may do at one event. */
@Entity('event_staff')
export class EventStaff {
  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('uuid')
  eventId: string;

  @Column('text')
  role: EventRole;

  @Column('timestamptz')
  grantedAt: Date;
}
