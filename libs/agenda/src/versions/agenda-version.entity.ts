import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaContent } from './agenda-content.js';
import type { AgendaState } from './agenda-version.rules.js';

/** The agenda as it was published once. Only its state may still change, and only to superseded: a trigger holds it. */
@Entity('agenda_version')
export class AgendaVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  /** 1, 2, 3… within the event. */
  @Column('int')
  number: number;

  @Column('text')
  state: AgendaState;

  @Column('jsonb')
  content: AgendaContent;

  @Column('timestamptz')
  publishedAt: Date;
}
