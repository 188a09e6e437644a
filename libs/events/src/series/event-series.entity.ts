import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EditionStyle } from './edition-number.rules.js';

/** A line of events that are held again and again: each edition is an event. */
@Entity('event_series')
export class EventSeries {
  @PrimaryColumn('uuid')
  id: string;

  /** Whose it is. Left out where there is only one organisation. */
  @Column('uuid')
  organizationId: string;

  /** Without a number: `Encuentro Nacional de Mancomunidades Municipales del Perú`. */
  @Column('text')
  name: string;

  @Column('text')
  editionStyle: EditionStyle;

  /** When it was put away from the working lists; null while it is in use. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
