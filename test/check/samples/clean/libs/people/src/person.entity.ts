import { Entity, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity()
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Person)
  mentor: Person;
}
