import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderState } from './reminder.rules.js';

/** One reminder before one occurrence of a session or a meeting. Its key holds the start, so that a moved start is another reminder. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  /** The noun that the upper lib reminds of: `session`, `meeting`. */
  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  /** Minutes before the start. */
  @Column('int')
  offsetMinutes: number;

  @Column('timestamptz')
  occurrenceStart: Date;

  @Column('timestamptz')
  dueAt: Date;

  @Column('text')
  state: ReminderState;

  /** When it left `scheduled`; null while it waits. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
