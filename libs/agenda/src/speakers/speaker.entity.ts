import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpeakerRole } from './speaker.rules.js';

/**
 * A person who takes part in a session in a position. The session's event, times and state are repeated here under a foreign key that
 * cascades, so that the database can refuse a person in two places at once; nobody writes them but that key.
 */
@Entity('speaker')
export class Speaker {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid')
  eventId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  sessionState: string;

  @Column('uuid')
  personId: string;

  /** On whose behalf the person speaks; null for someone who speaks for no institution. */
  @Column('uuid', { nullable: true })
  positionId: string | null;

  @Column('text')
  role: SpeakerRole;

  /** Place among the session's speakers, from 1. */
  @Column('int', { name: 'shown_order' })
  order: number;

  /** SEQUENCE of the calendar entry that this speaker was last sent. */
  @Column('int', { default: 0 })
  calendarSequence: number;
}
