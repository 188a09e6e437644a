import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A building or site where an event is held. */
@Entity('venue')
export class Venue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  name: string;

  @Column('text')
  address: string;

  /** When it was put away from the working lists; null while it is in use. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
