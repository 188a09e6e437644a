import { Entity, ManyToOne, PrimaryColumn } from 'typeorm';

export const retired = 'nobody reads this';

export type Retired = string;

@Entity()
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Person)
  mentor: Person;
}
