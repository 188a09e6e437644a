import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TerritoryLevel, TerritorySystem } from './territory.rules.js';

/** A place by its official code (UBIGEO). Codes are text: `080101`, and their prefixes `0801` and `08`. */
@Entity('territory')
export class Territory {
  @PrimaryColumn('text')
  system: TerritorySystem;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  level: TerritoryLevel;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  parentCode: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  /** The same place's code in Peru's other system; null when it has none there. */
  @Column('text', { nullable: true })
  counterpartCode: string | null;
}
