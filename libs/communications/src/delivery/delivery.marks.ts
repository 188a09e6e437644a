import { ProcessPresence, UnitOfWork, type SendResult, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Message } from '../messages/message.entity.js';
import { MessageQueued } from '../messages/message.events.js';
import { isPending, isStale, moved, type MessageState } from '../messages/message.rules.js';
import { DeliveryEventRepository } from './delivery-event.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { afterCrash, settled } from './delivery.rules.js';

interface Change extends Partial<Pick<Message, 'nextAttemptAt' | 'waitsFor' | 'lastResponse' | 'sentAt'>> {
  readonly state: MessageState;
}

/** The states that a message passes through on its way out, each committed before the next step begins. */
@Injectable()
export class DeliveryMarks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: DeliveryRepository,
    private readonly presence: ProcessPresence,
    private readonly events: DeliveryEventRepository,
  ) {}

  /** Makes the message this process's to send; null when it is not (or not yet) to be sent, which is then noted. */
  async take(id: string): Promise<Message | null> {
    await this.presence.show();
    return this.unitOfWork.run(async (work) => {
      const message = await this.rows.lock(work.manager, id);
      if (message?.state !== 'queued') return null;
      const obstacle = await this.obstacle(work, message);
      if (obstacle) {
        await this.change(work, message, obstacle);
        return null;
      }
      const taken = {
        state: 'sending',
        sender: this.presence.number,
        attempts: message.attempts + 1,
        dataAt: null,
      } as const;
      await work.manager.update(Message, { id }, taken);
      await this.events.add(work, message, { state: 'sending', attempt: taken.attempts, response: null });
      return { ...message, ...taken };
    });
  }

  private async obstacle(work: Work, message: Message): Promise<Change | null> {
    if (isStale(message, work.now)) return { state: 'suppressed', lastResponse: 'Too late to be of use' };
    if (await this.rows.isSuppressed(work.manager, message.toAddress)) {
      return { state: 'suppressed', lastResponse: 'The address was refused before' };
    }
    const waitsFor = message.calendarUid && (await this.rows.earlierOfCalendar(work.manager, message));
    return waitsFor
      ? { state: 'deferred', waitsFor, lastResponse: 'Waits for an earlier version of the appointment' }
      : null;
  }

  /** From when this has resolved, a crash leaves the message's fate open. */
  async beginContent(message: Message): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      message.dataAt = work.now;
      await work.manager.update(Message, { id: message.id }, { dataAt: work.now });
    });
  }

  /** Notes what the server answered. An acceptance counts even when the message had been given up meanwhile. */
  async settle(message: Message, result: SendResult): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      const row = await this.rows.lock(work.manager, message.id);
      if (!row) return;
      const isOurs = row.state === 'sending' && row.attempts === message.attempts;
      if (!isOurs && !(result.outcome === 'accepted' && (isPending(row.state) || row.state === 'uncertain'))) return;
      const { state, nextAttemptAt } = settled(message, result.outcome, work.now, Math.random());
      const sentAt = state === 'sent' ? work.now : null;
      await this.change(work, row, { state, nextAttemptAt, sentAt, lastResponse: result.response });
      if (result.outcome === 'refused' && result.badAddress) await this.rows.suppress(work, row, result.response);
    });
  }

  /** Queues again what was deferred until now; answers how many. */
  async requeueDue(): Promise<number> {
    return this.unitOfWork.run(async (work) => {
      const due = await this.rows.lockDue(work);
      for (const message of due) await this.requeue(work, message);
      return due.length;
    });
  }

  /** Decides the fate of what dead processes had in hand, and of what this one no longer has. */
  async recover(inHand: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      const senders = await this.rows.senders(work.manager);
      const gone = await this.presence.departed(work.manager, senders);
      const orphans = await this.rows.lockInHandOf(work.manager, [...gone, this.presence.number], inHand);
      for (const message of orphans) {
        if (afterCrash(message) === 'queued') await this.requeue(work, message);
        else
          await this.change(work, message, {
            state: 'uncertain',
            lastResponse: 'Interrupted while it was handed over',
          });
      }
    });
  }

  /** Queues it for another try. */
  async requeue(work: Work, message: Message): Promise<void> {
    await work.manager.update(
      Message,
      { id: message.id },
      { state: moved(message.state, 'queued'), nextAttemptAt: null, waitsFor: null },
    );
    await this.events.add(work, message, { state: 'queued', attempt: message.attempts, response: null });
    await work.record(MessageQueued, { messageId: message.id });
  }

  /** A message that is out of the way lets those through that waited for it. */
  private async change(work: Work, message: Message, change: Change): Promise<void> {
    await work.manager.update(Message, { id: message.id }, { ...change, state: moved(message.state, change.state) });
    const { state, lastResponse = null } = change;
    await this.events.add(work, message, { state, attempt: message.attempts, response: lastResponse });
    if (isPending(change.state)) return;
    for (const next of await this.rows.lockWaitingFor(work.manager, message.id)) await this.requeue(work, next);
  }
}
