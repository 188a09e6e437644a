import type { Refusal } from '#kernel';
import { NotFound, requireRole, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { Message } from '../messages/message.entity.js';
import { messageRefusals } from '../messages/message.refusals.js';
import { DeliveryMarks } from './delivery.marks.js';
import { DeliveryRepository } from './delivery.repository.js';

/** The organiser's decision about a mail whose fate a crash left open. */
@Injectable()
export class ResendService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: DeliveryRepository,
    private readonly marks: DeliveryMarks,
  ) {}

  /** Sends it once more, with the same Message-ID and bytes: whoever got the first copy sees one mail in most programs. */
  async resendUncertain(viewer: Viewer, id: string): Promise<Message | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const message = await this.rows.lock(work.manager, id);
      if (!message) throw new NotFound('message');
      requireRole(viewer, message.eventId, 'organiser');
      if (message.state !== 'uncertain') return messageRefusals.MESSAGE_NOT_UNCERTAIN({ state: message.state });
      if (await this.rows.hasLaterOfCalendar(work.manager, message)) return messageRefusals.MESSAGE_SUPERSEDED();
      await this.marks.requeue(work, message);
      return work.manager.findOneByOrFail(Message, { id });
    });
  }
}
