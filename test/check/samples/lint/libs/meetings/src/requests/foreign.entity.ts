import { ManyToOne, OneToMany, OneToOne } from 'typeorm';
import { Person } from '#people';
import { Hidden } from './reexport.js';
import { MeetingRequest } from './meeting-request.entity.js';

export class Foreign {
  @ManyToOne(() => Person)
  person: unknown;

  @OneToMany(() => Hidden, 'mentor')
  hidden: unknown;

  @ManyToOne('Person')
  named: unknown;

  @OneToOne(() => MeetingRequest)
  own: MeetingRequest;
}
