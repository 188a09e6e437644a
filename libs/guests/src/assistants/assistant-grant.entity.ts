import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person lets the reader of an address act for them: a minister's assistant. What they do is written down as done for the person. */
@Entity('assistant_grant')
export class AssistantGrant {
  @PrimaryColumn('uuid')
  id: string;

  /** For whom the assistant acts. */
  @Column('uuid')
  personId: string;

  @Column('text')
  name: string;

  @Column('text')
  @Personal('email')
  address: string;

  @Column('timestamptz')
  grantedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
