import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the codes on paper for the day on which phone and passkeys are gone. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  /** Under a key derived from SECRET: a dump of the database tells no code. */
  @Column('text')
  @Personal('secret')
  codeHash: string;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
