import { Person } from '#people';
import { MeetingRequestService } from './meeting-request.service.js';

export class MeetingRequestResolver {
  constructor(private readonly service: MeetingRequestService) {}

  upcoming(person: Person): Promise<number> {
    return this.service.upcoming(person);
  }
}
