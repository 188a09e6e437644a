import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizerRole } from './event-organizer.rules.js';

/** An institution that holds an event or stands by it. */
@Entity('event_organizer')
export class EventOrganizer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  institutionId: string;

  @Column('text')
  role: OrganizerRole;

  /** Place in protocol, from 1; no two of an event share one. */
  @Column('int', { name: 'protocol_order' })
  order: number;
}
