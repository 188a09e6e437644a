import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlockColour } from './thematic-block.rules.js';

/** A theme that runs through an event's agenda (eje, bloque temático). */
@Entity('thematic_block')
export class ThematicBlock {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  name: string;

  @Column('text')
  colour: BlockColour;

  /** Place among the event's blocks, from 1. */
  @Column('int', { name: 'shown_order' })
  order: number;
}
