import { Sweep, UnitOfWork, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Reminder } from './reminder.entity.js';
import { ReminderDue } from './reminder.events.js';
import { ReminderRepository } from './reminder.repository.js';
import { settle } from './reminder.rules.js';

/** Fires reminders when the clock says so. Several workers may sweep at once. */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: ReminderRepository,
  ) {}

  /** A reminder changes state and is announced in one transaction: it can be neither lost nor fired twice. */
  @Sweep({ everySeconds: 5 })
  async fireDue(): Promise<void> {
    while ((await this.fireBatch()) > 0);
  }

  /** One transaction's worth; answers how many it settled. */
  async fireBatch(): Promise<number> {
    return this.unitOfWork.run(async (work) => {
      const due = await this.reminders.lockDue(work);
      for (const reminder of due) await this.fire(work, reminder);
      return due.length;
    });
  }

  private async fire(work: Work, reminder: Reminder): Promise<void> {
    const state = settle(reminder, await this.reminders.nearerOffsets(work.manager, reminder), work.now);
    await this.reminders.settle(work, reminder, state);
    if (state === 'skipped') return;
    const { id, subjectKind, subjectId } = reminder;
    await work.record(ReminderDue, { reminderId: id, subjectKind, subjectId });
  }
}
