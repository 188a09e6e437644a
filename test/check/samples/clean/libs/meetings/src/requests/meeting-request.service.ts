import { Clock } from '#kernel';
import { Person } from '#people';
import { MeetingRequestRepository } from './meeting-request.repository.js';

export class MeetingRequestService {
  constructor(
    private readonly requests: MeetingRequestRepository,
    private readonly clock: Clock,
  ) {}

  async upcoming(person: Person): Promise<number> {
    const pending = await this.requests.pendingFor(person);
    return pending.filter((request) => request.start > this.clock.now()).length;
  }
}
