import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a submission, kept under its key so that sending it twice does it once. */
@Entity('idempotency_key')
export class IdempotencyKey {
  /** `<operation>:<key>` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  requestHash: string;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Column('timestamptz')
  createdAt: Date;
}
