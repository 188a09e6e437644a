import { Personal } from '#platform';
import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentType } from '../documents/document.rules.js';

/** Somebody. Not keyed by e-mail: two people may share one. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  /** Who keeps them. Left out where there is only one organisation. */
  @Column('uuid')
  organizationId: string;

  @Column('text')
  givenNames: string;

  @Column('text')
  familyNames: string;

  @Column('text', { nullable: true })
  @Personal('email')
  email: string | null;

  @Column('text', { nullable: true })
  @Personal('phone')
  phone: string | null;

  /** Of the identity document; null together with its number. */
  @Column('text', { nullable: true })
  documentType: DocumentType | null;

  /** As `readDocument` stores it. Shown masked: its last four characters. */
  @Column('text', { nullable: true })
  @Personal('document')
  documentNumber: string | null;

  /** In which mails are written to them. */
  @Column('text')
  language: Language;

  /** Made up for the demonstration, and labelled so wherever it is shown. */
  @Column('boolean')
  isDemonstration: boolean;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when lists leave them out; null while they do not. What refers to them stays. */
  @Column('timestamptz', { nullable: true })
  archivedAt?: Date | null;

  /** Family names, given names and e-mail without case and accents. The database writes it. */
  @Column({ type: 'text', collation: 'C', select: false, insert: false, update: false })
  searched?: string;

  /** Family names and given names without case and accents: whoever is called alike is perhaps the same. The database writes it. */
  @Column({ type: 'text', collation: 'C', select: false, insert: false, update: false })
  called?: string;

  /** When who they are was erased; the row stays, so that counts stay. */
  @Column('timestamptz', { nullable: true })
  anonymisedAt?: Date | null;
}
