import { MessageService } from '#communications';
import { dayName, dayOf } from '#kernel';
import { personName, PersonRepository } from '#people';
import { Config, declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { AssistantGranted } from './assistant-grant.events.js';
import { assistantGranted, assistantNotice } from './assistant-grant.mails.js';
import { AssistantGrantRepository } from './assistant-grant.repository.js';

const mailAssistantGrant = declareJob('mail-assistant-grant', AssistantGranted);

/** Days of grants are those of Peru, where the product is at home: a person belongs to no event's zone. */
const zone = 'America/Lima';

/** Tells the assistant and the person, also when staff granted it: nobody acts for somebody who does not know. */
@Injectable()
export class AssistantGrantJobs {
  constructor(
    private readonly grants: AssistantGrantRepository,
    private readonly persons: PersonRepository,
    private readonly messages: MessageService,
    private readonly config: Config,
  ) {}

  @Handles(mailAssistantGrant)
  async mail({ grantId }: { grantId: string }, work: Work): Promise<void> {
    const grant = await this.grants.forChange(work.manager, grantId);
    const person = grant && (await this.persons.byId(grant.personId, work.manager));
    if (!person || grant.revokedAt) return;
    const day = dayOf(new Date(grant.expiresAt.getTime() - 1), zone);
    const data = {
      eventName: 'Tinkuy',
      isDemonstration: person.isDemonstration,
      assistantName: grant.name,
      personName: personName(person),
      until: { es: dayName(day, 'es'), en: dayName(day, 'en') },
      url: `${this.config.publicUrl}/mi`,
    };
    const common = { eventId: null, language: person.language };
    await this.messages.queue(work, {
      ...common,
      mail: assistantGranted,
      to: { name: grant.name, address: grant.address },
      data: { ...data, name: grant.name },
      dedupeKey: `assistant-granted:${grantId}`,
    });
    if (!person.email) return;
    await this.messages.queue(work, {
      ...common,
      mail: assistantNotice,
      to: { name: personName(person), address: person.email },
      personId: person.id,
      data: { ...data, name: personName(person) },
      dedupeKey: `assistant-notice:${grantId}`,
    });
  }
}
