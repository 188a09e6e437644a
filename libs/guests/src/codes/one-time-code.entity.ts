import { Personal } from '#platform';
import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was asked for. For an unknown address there is a row like any other, and no mail. Rows go a day after they ended. */
@Entity('one_time_code')
export class OneTimeCode {
  @PrimaryColumn('uuid')
  id: string;

  /** The address that it proves. */
  @Column('text')
  @Personal('email')
  address: string;

  /** The link whose page asked for it, and to which its user goes back. */
  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('int', { default: 0 })
  attempts: number;

  /** When it was used. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
