import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonErasureOrdered } from './anonymisation.events.js';
import { AnonymisationService } from './anonymisation.service.js';

const erasePerson = declareJob('erase-person', PersonErasureOrdered);

@Injectable()
export class AnonymisationJobs {
  constructor(private readonly anonymisation: AnonymisationService) {}

  @Handles(erasePerson)
  async erase({ personId }: { personId: string }, work: Work): Promise<void> {
    await this.anonymisation.erase(work, personId);
  }
}
