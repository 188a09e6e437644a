import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The greatest number of seats of a whole event, over all its delegations. An event without a row has no such bound. */
@Entity('event_quota')
export class EventQuota {
  @PrimaryColumn('uuid')
  eventId: string;

  @Column('int')
  capacity: number;

  @Column('int', { default: 0 })
  taken: number;
}
