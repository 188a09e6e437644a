import { DataSource } from 'typeorm';
import { MeetingRequest } from './meeting-request.entity.js';

export class MeetingRequestRepository {
  constructor(private readonly database: DataSource) {}

  pendingFor(person: { id: string }): Promise<MeetingRequest[]> {
    return this.database.getRepository(MeetingRequest).findBy({ personId: person.id });
  }
}
