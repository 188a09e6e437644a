import { Entity, PrimaryColumn } from 'typeorm';
import { greet } from './greeting.js';

@Entity()
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  meet(name: string): void {
    greet(name);
  }
}
