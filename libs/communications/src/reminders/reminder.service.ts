import { Injectable } from '@nestjs/common';
import type { Work } from '#platform';
import { ReminderRepository } from './reminder.repository.js';

export interface ReminderSubject {
  /** `session`, `meeting`: what the reacting lib recognises as its own. */
  readonly subjectKind: string;
  readonly subjectId: string;
}

export interface ReminderPlan extends ReminderSubject {
  readonly eventId: string;
  readonly startsAt: Date;
  /** Minutes before the start: `[1440, 60]` for a day and an hour. */
  readonly offsetsMinutes: readonly number[];
}

/** Keeps reminders in step with what they remind of. Call it in the unit of work that changes the start. */
@Injectable()
export class ReminderService {
  constructor(private readonly reminders: ReminderRepository) {}

  /** Scheduling the same start again changes nothing. */
  async schedule(work: Work, plan: ReminderPlan): Promise<void> {
    await this.reminders.moveAway(work, plan, plan.startsAt);
    for (const offsetMinutes of plan.offsetsMinutes) await this.reminders.schedule(work, { ...plan, offsetMinutes });
  }

  /**
   * The start moved: waiting reminders of the old start are dropped, and those of the new one are scheduled at the same offsets.
   * Does nothing for a subject that was never scheduled, or was cancelled.
   */
  async move(work: Work, subject: ReminderSubject & { readonly startsAt: Date }): Promise<void> {
    const known = await this.reminders.offsetsOf(work, subject);
    if (known.length === 0) return;
    await this.reminders.moveAway(work, subject, subject.startsAt);
    for (const { eventId, offsetMinutes } of known)
      await this.reminders.schedule(work, { ...subject, eventId, offsetMinutes });
  }

  /** Nothing that still waits will be sent. */
  async cancel(work: Work, subject: ReminderSubject): Promise<void> {
    await this.reminders.cancel(work, subject);
  }
}
