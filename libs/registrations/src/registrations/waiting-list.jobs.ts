import { Clock } from '#kernel';
import { declareJob, Handles, Sweep, UnitOfWork, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { SeatsFreed } from './registration.events.js';
import { RegistrationRepository } from './registration.repository.js';
import { WaitingListService } from './waiting-list.service.js';

const offerFreeSeat = declareJob('offer-free-seat', SeatsFreed);

@Injectable()
export class WaitingListJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly registrations: RegistrationRepository,
    private readonly waitingList: WaitingListService,
  ) {}

  @Handles(offerFreeSeat)
  async offer({ eventId }: { eventId: string }, work: Work): Promise<void> {
    await this.waitingList.offerNext(work, eventId);
  }

  @Sweep({ everySeconds: 30 })
  async lapse(): Promise<void> {
    for (const { id, delegationId } of await this.registrations.lapsedOffers(this.clock.now())) {
      await this.unitOfWork.run((work) => this.waitingList.lapse(work, id, delegationId));
    }
  }
}
