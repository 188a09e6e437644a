import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A party's time that a meeting takes. The database lets no two active ones of a party overlap. */
@Entity('meeting_attendance')
export class MeetingAttendance {
  @PrimaryColumn('uuid')
  meetingId: string;

  @PrimaryColumn('uuid')
  partyId: string;

  @Column('uuid')
  eventId: string;

  /** Half-open, `[start,end)`: meetings may follow one another without a gap. */
  @Column('tstzrange')
  during: string;

  /** False once the meeting is cancelled: the row stays, the time is free. */
  @Column('boolean', { default: true })
  active: boolean;
}
