import { Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { greet } from './greeting.js';

@Entity()
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Person)
  mentor: Person;

  meet(name: string): void {
    greet(name);
  }
}
