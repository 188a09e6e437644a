import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody. Not keyed by e-mail: two people may share one. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  givenNames: string;

  @Column('text')
  familyNames: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** In which mails are written to them. */
  @Column('text')
  language: Language;

  /** Made up for the demonstration, and labelled so wherever it is shown. */
  @Column('boolean')
  isDemonstration: boolean;

  @Column('timestamptz')
  createdAt: Date;
}
