import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RelationKind } from './institution-relation.rules.js';

/** Read as a sentence: `institution` is `kind` `of`. */
@Entity('institution_relation')
export class InstitutionRelation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: RelationKind;

  @Column('uuid')
  institutionId: string;

  @Column('uuid')
  ofId: string;
}
