import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the product's time is from the system's, outside production: the demo lives in June 2025. One row at most. */
@Entity('clock_shift')
export class ClockShift {
  @PrimaryColumn('int')
  id: number;

  @Column('bigint')
  milliseconds: string;
}
