import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPage, ConsentPurpose } from './consent.texts.rules.js';

/** A person agreed to one purpose, in the words of one version. Withdrawn rows stay: they show what held until when. */
@Entity('consent')
export class Consent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  purpose: ConsentPurpose;

  @Column('int')
  textVersion: number;

  /** In which the text was read. */
  @Column('text')
  language: Language;

  @Column('timestamptz')
  givenAt: Date;

  @Column('text')
  givenOn: ConsentPage;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnOn: ConsentPage | null;
}
