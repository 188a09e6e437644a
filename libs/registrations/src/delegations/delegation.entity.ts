import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DelegationState } from './delegation.rules.js';

/** An institution's group at an event, managed by its focal point. One per institution and event. */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  institutionId: string;

  /** Seats that the organisers granted. */
  @Column('int')
  quota: number;

  /** Seats in use, counted by the statements of SeatRepository alone; the database keeps it within the quota. */
  @Column('int', { default: 0 })
  taken: number;

  @Column('uuid', { nullable: true })
  focalPointPersonId: string | null;

  @Column('text')
  state: DelegationState;

  /** Whether organisers confirm each person; otherwise a seat within the quota is confirmed when the delegation is sent. */
  @Column('boolean', { default: false })
  needsReview: boolean;

  /** The signed link of the delegation's page; null until it is opened. */
  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** The last time that its focal point sent it. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  get free(): number {
    return this.quota - this.taken;
  }
}
