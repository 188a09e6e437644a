import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of an event's time for bilateral meetings, cut into slots of equal length. Blocks of one event never overlap. */
@Entity('meeting_block')
export class MeetingBlock {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  /** Length of one meeting, in minutes. */
  @Column('int')
  slotMinutes: number;

  /** Minutes between two slots, to change tables. */
  @Column('int', { default: 0 })
  breakMinutes: number;

  @Column('uuid', { nullable: true })
  roomId: string | null;
}
