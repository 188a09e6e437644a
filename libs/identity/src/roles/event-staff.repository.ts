import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EventStaff } from './event-staff.entity.js';

@Injectable()
export class EventStaffRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody with a role at the event, in the order in which they got it. */
  of(eventId: string): Promise<EventStaff[]> {
    return this.dataSource
      .getRepository(EventStaff)
      .find({ where: { eventId }, order: { grantedAt: 'ASC', accountId: 'ASC' } });
  }

  forChange(manager: EntityManager, eventId: string, accountId: string): Promise<EventStaff | null> {
    return manager.findOne(EventStaff, { where: { eventId, accountId }, lock: { mode: 'pessimistic_write' } });
  }
}
