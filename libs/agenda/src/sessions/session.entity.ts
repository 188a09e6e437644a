import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionKind, SessionState } from './session.rules.js';

/** A part of the agenda: from a plenary to a coffee break. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  kind: SessionKind;

  @Column('text')
  title: string;

  /** What it is about, in plain text; empty when nothing was written. */
  @Column('text', { default: '' })
  summary: string;

  @Column('timestamptz')
  startsAt: Date;

  /** The instant at which it is over: the next session in the room may start then. */
  @Column('timestamptz')
  endsAt: Date;

  /** Null when it has no room of its own: a break for everyone, or a room still to be found. */
  @Column('uuid', { nullable: true })
  roomId: string | null;

  @Column('uuid', { nullable: true })
  blockId: string | null;

  @Column('text')
  state: SessionState;

  /** Grows by one with every change; a change made on an older one is refused. */
  @Column('int', { default: 1 })
  version: number;
}
