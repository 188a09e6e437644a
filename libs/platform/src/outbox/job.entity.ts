import { Column, Entity, PrimaryColumn } from 'typeorm';

export type JobState = 'queued' | 'done' | 'failed';

/** One reaction to one fact. The queue only carries its id: this row is the truth from which a lost queue is rebuilt. */
@Entity('job')
export class JobRow {
  /** `<outbox id>.<job name>`, and the id of the queue's job. */
  @PrimaryColumn('text')
  id: string;

  @Column('uuid')
  outboxId: string;

  @Column('text')
  name: string;

  @Column('text')
  state: JobState;

  /** When the queue was told; null until then. */
  @Column('timestamptz', { nullable: true })
  queuedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;
}
