import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationMailer } from './registration-mailer.js';
import {
  ConfirmedRegistrationEnded,
  RegistrationConfirmed,
  SeatOffered,
  type RegistrationFact,
} from './registration.events.js';
import { RegistrationRepository } from './registration.repository.js';

const mailConfirmation = declareJob('mail-registration-confirmed', RegistrationConfirmed);
const mailCancellation = declareJob('mail-registration-cancelled', ConfirmedRegistrationEnded);
const mailOffer = declareJob('mail-seat-offered', SeatOffered);

/** Each looks at the row as it is by now: a mail that would say what is no longer so is not sent. */
@Injectable()
export class RegistrationJobs {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly mailer: RegistrationMailer,
  ) {}

  @Handles(mailConfirmation)
  async confirmed({ registrationId }: RegistrationFact, work: Work): Promise<void> {
    const row = await this.registrations.forChange(work.manager, registrationId);
    if (row?.state === 'confirmed') await this.mailer.confirmed(work, row);
  }

  /** Also when the confirmation was never sent: a cancellation of what nobody knows does no harm, a missing one does. */
  @Handles(mailCancellation)
  async ended({ registrationId }: RegistrationFact, work: Work): Promise<void> {
    const row = await this.registrations.forChange(work.manager, registrationId);
    if (row) await this.mailer.ended(work, row);
  }

  @Handles(mailOffer)
  async offered({ registrationId }: RegistrationFact, work: Work): Promise<void> {
    const row = await this.registrations.forChange(work.manager, registrationId);
    if (row?.state === 'offered') await this.mailer.offered(work, row);
  }
}
