import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one sweep erased, for whoever has to account for it. A sweep that found nothing leaves none. */
@Entity('retention_run')
export class RetentionRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  ranAt: Date;

  @Column('int')
  people: number;

  @Column('int')
  mails: number;
}
