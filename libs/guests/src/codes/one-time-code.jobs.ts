import { MessageService } from '#communications';
import { LinkService } from '#identity';
import { declareJob, Handles, Sweep, type Work } from '#platform';
import { EventCards } from '#registrations';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { AcquaintanceRepository } from '../sessions/acquaintance.repository.js';
import { OneTimeCodeRequested } from './one-time-code.events.js';
import { oneTimeCode } from './one-time-code.mails.js';
import { OneTimeCodeRepository } from './one-time-code.repository.js';

const mailOneTimeCode = declareJob('mail-one-time-code', OneTimeCodeRequested);
const keptMilliseconds = 24 * 3_600_000;

/** Here, and not in the request, it turns out whether anybody has the address: both requests take the same time. */
@Injectable()
export class OneTimeCodeJobs {
  constructor(
    private readonly codes: OneTimeCodeRepository,
    private readonly acquaintances: AcquaintanceRepository,
    private readonly messages: MessageService,
    private readonly links: LinkService,
    private readonly cards: EventCards,
    private readonly clock: Clock,
  ) {}

  @Handles(mailOneTimeCode)
  async mail({ codeId }: { codeId: string }, work: Work): Promise<void> {
    const code = await this.codes.byId(codeId, work.manager);
    if (!code) return;
    const [first] = await this.acquaintances.ofAddress(code.address, work.now, work.manager);
    if (!first) return;
    const eventId = code.linkId && (await this.links.holdingOf(code.linkId)).eventId;
    const card = eventId ? await this.cards.of(eventId, work.manager) : null;
    const name = first.assistant?.name ?? first.name;
    await this.messages.queue(work, {
      mail: oneTimeCode,
      to: { name, address: code.address },
      personId: first.assistant ? null : first.personId,
      eventId,
      language: code.language,
      data: { eventName: card?.name ?? 'Tinkuy', isDemonstration: first.isDemonstration, name, codeId },
      dedupeKey: `one-time-code:${codeId}`,
      sendBefore: code.expiresAt,
    });
  }

  @Sweep({ everySeconds: 600 })
  async forgetOld(): Promise<void> {
    await this.codes.removeBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
