import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TerritorySystem } from '../territories/territory.rules.js';
import type { InstitutionKind } from './institution.rules.js';

@Entity('institution')
export class Institution {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** As people say it: `ITP`, `Unsaac`. */
  @Column('text', { nullable: true })
  shortName: string | null;

  @Column('text')
  kind: InstitutionKind;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  @Column('text', { nullable: true })
  territorySystem: TerritorySystem | null;

  @Column('text', { nullable: true })
  territoryCode: string | null;

  /** Made up for the demonstration, and labelled so wherever it is shown. */
  @Column('boolean')
  isDemonstration: boolean;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when it is no longer offered; null while it is. What refers to it stays. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
