import { MessageService } from '#communications';
import { personName, PersonRepository } from '#people';
import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { PrivacyRequestAnswered } from './privacy-request.events.js';
import { privacyRequestAnswered } from './privacy-request.mails.js';
import { PrivacyRequestRepository } from './privacy-request.repository.js';
import { privacyRequestKindTerms, privacyRequestStateTerms } from './privacy-request.rules.js';

const mailPrivacyAnswer = declareJob('mail-privacy-answer', PrivacyRequestAnswered);

@Injectable()
export class PrivacyRequestJobs {
  constructor(
    private readonly requests: PrivacyRequestRepository,
    private readonly persons: PersonRepository,
    private readonly messages: MessageService,
  ) {}

  /** Whoever was erased meanwhile is not written to: there is nobody to write to any more. */
  @Handles(mailPrivacyAnswer)
  async mail({ requestId }: { requestId: string }, work: Work): Promise<void> {
    const request = await this.requests.byId(requestId, work.manager);
    const person = request && (await this.persons.byId(request.personId, work.manager));
    if (!request || !person?.email) return;
    const name = personName(person);
    await this.messages.queue(work, {
      mail: privacyRequestAnswered,
      to: { name, address: person.email },
      personId: person.id,
      eventId: null,
      language: person.language,
      data: {
        eventName: 'Tinkuy',
        isDemonstration: person.isDemonstration,
        name,
        kind: privacyRequestKindTerms[request.kind],
        state: privacyRequestStateTerms[request.state],
        answer: request.answer ?? '',
      },
      dedupeKey: `privacy-request-answered:${requestId}`,
    });
  }
}
