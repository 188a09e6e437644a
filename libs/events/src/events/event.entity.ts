import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventState } from './event.rules.js';

/** One edition of a series: a summit or an encounter, on certain days in a certain place. */
@Entity('event')
export class Event {
  @PrimaryColumn('uuid')
  id: string;

  /** Names the event in public addresses: `ii-encuentro-nacional-2025`. */
  @Column('text')
  slug: string;

  @Column('uuid')
  seriesId: string;

  /** Whose it is: its series', which the database writes here. */
  @Column('uuid')
  organizationId: string;

  @Column('int')
  editionNumber: number;

  /** As its documents write it, without the number. */
  @Column('text')
  name: string;

  @Column('text')
  state: EventState;

  /** IANA time zone in which all its times are meant: `America/Lima`. */
  @Column('text')
  zone: string;

  /** First calendar day: `2025-06-20`. */
  @Column('date')
  startsOn: string;

  /** Last calendar day, the same as the first for an event of one day. */
  @Column('date')
  endsOn: string;

  /** ISO 3166-1 code: `PE`. */
  @Column('text')
  country: string;

  @Column('text')
  city: string;

  /** Made up to show the product; labelled so wherever it is shown. */
  @Column('boolean', { default: false })
  isDemonstration: boolean;

  /** When it was put away from the working lists; null while it is in use. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
