import type { Refusal } from '#kernel';
import { AuditTrail, NotFound, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Message } from '../messages/message.entity.js';
import { messageRefusals } from '../messages/message.refusals.js';
import { refuseResend } from '../messages/message.rules.js';
import { DeliveryMarks } from './delivery.marks.js';
import { DeliveryRepository } from './delivery.repository.js';

/** The organiser's decisions about a mail that did not surely arrive. */
@Injectable()
export class ResendService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: DeliveryRepository,
    private readonly marks: DeliveryMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** Sends it once more, with the same Message-ID and bytes: whoever got the first copy sees one mail in most programs. */
  async resend(viewer: Viewer, id: string): Promise<Message | Refusal> {
    return this.change(viewer, id, async (work, message) => {
      const isReplaced = await this.rows.hasLaterOfCalendar(work.manager, message);
      const isSuppressed = await this.rows.isSuppressed(work.manager, message.toAddress);
      const refusal = refuseResend({ ...message, isReplaced, isSuppressed }, work.now);
      if (refusal) return refusal;
      await this.marks.requeue(work, message);
      await this.note(work, viewer, message, 'resendMessage', { state: message.state }, { state: 'queued' });
      return work.manager.findOneByOrFail(Message, { id });
    });
  }

  /**
   * Writes to the mail's address again from now on: its server was wrong, or has been mended. What was held back meanwhile stays
   * so until somebody sends it again.
   */
  async liftSuppression(viewer: Viewer, id: string): Promise<Message | Refusal> {
    return this.change(viewer, id, async (work, message) => {
      const wasSuppressed = await this.rows.liftSuppression(work.manager, message.toAddress);
      if (!wasSuppressed) return messageRefusals.ADDRESS_NOT_SUPPRESSED();
      await this.note(work, viewer, message, 'liftSuppression', { isSuppressed: true }, { isSuppressed: false });
      return message;
    });
  }

  private note(
    work: Work,
    viewer: Viewer,
    { id, eventId }: Message,
    action: string,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(work, {
      viewer,
      action,
      subject: 'Message',
      subjectId: id,
      eventId: eventId ?? undefined,
      before,
      after,
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    body: (work: Work, message: Message) => Promise<Message | Refusal>,
  ): Promise<Message | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const message = await this.rows.lock(work.manager, id);
      if (!message?.eventId) throw new NotFound('message');
      requireMay(viewer, 'messages.send', message.eventId);
      return body(work, message);
    });
  }
}
