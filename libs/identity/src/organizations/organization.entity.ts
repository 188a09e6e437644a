import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who holds events and keeps people: what is theirs, no other organisation sees. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Made up to show the product, and labelled so wherever it is shown. */
  @Column('boolean', { default: false })
  isDemonstration: boolean;

  @Column('timestamptz')
  createdAt: Date;
}
