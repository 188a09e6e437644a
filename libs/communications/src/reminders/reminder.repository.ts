import { newId } from '#kernel';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Reminder } from './reminder.entity.js';
import { dueAt, firstState, type ReminderState } from './reminder.rules.js';

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string;
}

const batch = 200;

@Injectable()
export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A start that was left and is come back to revives its own reminder, unless it has been sent. */
  async schedule(
    work: Work,
    plan: Subject & { eventId: string; startsAt: Date; offsetMinutes: number },
  ): Promise<void> {
    const timing = { occurrenceStart: plan.startsAt, offsetMinutes: plan.offsetMinutes };
    const state = firstState(timing, work.now);
    await work.manager.query(
      `INSERT INTO reminder (id, event_id, subject_kind, subject_id, offset_minutes, occurrence_start, due_at, state, settled_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT reminder_once DO UPDATE SET state = excluded.state, settled_at = excluded.settled_at
       WHERE reminder.state IN ('moved', 'cancelled')`,
      [
        newId(),
        plan.eventId,
        plan.subjectKind,
        plan.subjectId,
        plan.offsetMinutes,
        plan.startsAt,
        dueAt(plan.startsAt, plan.offsetMinutes),
        state,
        state === 'scheduled' ? null : work.now,
      ],
    );
  }

  /** The offsets at which the subject is reminded of, whatever became of each; none once it was cancelled. */
  async offsetsOf(work: Work, subject: Subject): Promise<{ eventId: string; offsetMinutes: number }[]> {
    return work.manager.query(
      `SELECT DISTINCT event_id AS "eventId", offset_minutes AS "offsetMinutes" FROM reminder
       WHERE subject_kind = $1 AND subject_id = $2
         AND NOT EXISTS (SELECT FROM reminder c WHERE c.subject_kind = $1 AND c.subject_id = $2 AND c.state = 'cancelled')`,
      [subject.subjectKind, subject.subjectId],
    );
  }

  /** Leaves no reminder of another start waiting, nor a cancellation of one in force. */
  async moveAway(work: Work, subject: Subject, startsAt: Date): Promise<void> {
    await work.manager.query(
      `UPDATE reminder SET state = 'moved', settled_at = $4
       WHERE subject_kind = $1 AND subject_id = $2 AND occurrence_start <> $3 AND state IN ('scheduled', 'cancelled')`,
      [subject.subjectKind, subject.subjectId, startsAt, work.now],
    );
  }

  /** Sent and skipped ones stay as they are. */
  async cancel(work: Work, subject: Subject): Promise<void> {
    await work.manager.query(
      `UPDATE reminder SET state = 'cancelled', settled_at = $3
       WHERE subject_kind = $1 AND subject_id = $2 AND state IN ('scheduled', 'moved')`,
      [subject.subjectKind, subject.subjectId, work.now],
    );
  }

  /** Reminders whose time has come, locked; those that another sweep holds are left to it. */
  async lockDue(work: Work): Promise<Reminder[]> {
    return work.manager
      .createQueryBuilder(Reminder, 'reminder')
      .where("reminder.state = 'scheduled' AND reminder.due_at <= :now", { now: work.now })
      .orderBy('reminder.due_at')
      .limit(batch)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  /** The offsets of the same occurrence that are nearer to its start. */
  async nearerOffsets(manager: EntityManager, reminder: Reminder): Promise<number[]> {
    const rows = await manager.query<{ offset: number }[]>(
      `SELECT offset_minutes AS offset FROM reminder
       WHERE subject_kind = $1 AND subject_id = $2 AND occurrence_start = $3 AND offset_minutes < $4 AND state IN ('scheduled', 'fired')`,
      [reminder.subjectKind, reminder.subjectId, reminder.occurrenceStart, reminder.offsetMinutes],
    );
    return rows.map(({ offset }) => offset);
  }

  async settle(work: Work, reminder: Reminder, state: ReminderState): Promise<void> {
    await work.manager.update(Reminder, { id: reminder.id }, { state, settledAt: work.now });
  }

  /** An event's reminders in the order in which they are due. */
  async ofEvent(
    eventId: string,
    { states, subjectKind }: { states?: readonly ReminderState[] | null; subjectKind?: string | null },
    page: PageArgs,
  ): Promise<Page<Reminder>> {
    const [rows, total] = await this.dataSource.getRepository(Reminder).findAndCount({
      where: { eventId, ...(states?.length && { state: In([...states]) }), ...(subjectKind && { subjectKind }) },
      order: { dueAt: 'ASC', id: 'ASC' },
      skip: offsetOf(page),
      take: limitOf(page),
    });
    return pageAt(rows, total, page);
  }
}
