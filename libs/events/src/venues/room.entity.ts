import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A room of a venue, where one session at a time takes place. */
@Entity('room')
export class Room {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  venueId: string;

  @Column('text')
  name: string;

  /** How many people it seats (aforo); no quota of registrations. */
  @Column('int')
  capacity: number;

  /** Place among the event's rooms, from 1. */
  @Column('int', { name: 'shown_order' })
  order: number;

  /** When it was put away from the working lists; null while it is in use. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
