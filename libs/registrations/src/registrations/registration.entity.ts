import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { RegistrationState } from './registration.rules.js';

/** One person's place in a delegation. Presence at the event is not a state of it. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  delegationId: string;

  @Column('uuid')
  personId: string;

  /** The person's cargo, as it stands on the credential. */
  @Column('text')
  positionTitle: string;

  @Column('text')
  state: RegistrationState;

  /** The order in which people were entered, and so the order of the waiting list. */
  @Column('bigint')
  @Generated('increment')
  sequence: string;

  /** Whether the person's row was made by this registration, so that its delegation may correct it. */
  @Column('boolean')
  madePerson: boolean;

  /** Until when an offered seat is kept; null in every other state. */
  @Column('timestamptz', { nullable: true })
  offerExpiresAt: Date | null;

  /** iCalendar SEQUENCE of the last mail about it. */
  @Column('int', { default: 0 })
  calendarSequence: number;

  @Column('timestamptz')
  createdAt: Date;

  /** When its state last changed. */
  @Column('timestamptz')
  changedAt: Date;
}
