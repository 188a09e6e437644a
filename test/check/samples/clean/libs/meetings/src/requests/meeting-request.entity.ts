import { Column, Entity, PrimaryColumn } from 'typeorm';
import { clashes } from './meeting-request.rules.js';
import type { TimeSlot } from '#kernel';

@Entity()
export class MeetingRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  start: Date;

  @Column('timestamptz')
  end: Date;

  fits(taken: readonly TimeSlot[]): boolean {
    return !clashes(this, taken);
  }
}
