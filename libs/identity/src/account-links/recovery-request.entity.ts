import { Personal } from '#platform';
import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asked to recover a password. Kept until the mail is written, whether there is an account or not. */
@Entity('recovery_request')
export class RecoveryRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Personal('email')
  email: string;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  createdAt: Date;
}
