import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who speaks for which institution, as what, from when to when. */
@Entity('position')
export class Position {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** Who keeps it: its person's, which the database writes here. */
  @Column('uuid')
  organizationId: string;

  @Column('uuid')
  institutionId: string;

  /** As it stands on the card: `Alcalde`, `Directora de Articulación`. */
  @Column('text')
  title: string;

  /** First calendar day. */
  @Column('date')
  startsOn: string;

  /** Last calendar day; null while it lasts. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  /** Since when it counts as never held; null while it counts. */
  @Column('timestamptz', { nullable: true })
  archivedAt?: Date | null;
}
