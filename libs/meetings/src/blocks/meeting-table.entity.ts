import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A table (mesa, the furniture) where one meeting at a time is held during its block. */
@Entity('meeting_table')
export class MeetingTable {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  blockId: string;

  /** As the sign on the table says; meetings get the lowest free one. */
  @Column('int')
  number: number;

  /** Where it stands, when the number does not tell: `Junto a la ventana`. */
  @Column('text', { nullable: true })
  name: string | null;
}
