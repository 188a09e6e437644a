import type { Refusal } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Registration } from '../registrations/registration.entity.js';
import type { Delegation } from '../delegations/delegation.entity.js';
import { EventQuota } from './event-quota.entity.js';
import { quotaRefusals } from './quota.rules.js';

/** Which bound had no room; null: there was room, and the seats are taken. */
export type NoRoom = 'delegation' | 'event' | null;

interface Outcome {
  seated: boolean;
  bounded: boolean;
  roomy: boolean;
}

const noRoomOf = ({ seated, bounded, roomy }: Outcome): NoRoom => {
  if (!seated) return 'delegation';
  return bounded && !roomy ? 'event' : null;
};

/**
 * The only statements that count seats. Rows are locked in one order everywhere (delegation, registration, event quota), so that
 * two of them never wait for each other. After an `enter` without room the caller must undo its unit of work.
 */
@Injectable()
export class SeatRepository {
  /**
   * Takes a seat for each registration and enters them, in one statement: nothing can come between the question and the taking.
   * A delegation that takes nobody in (not opened, closed) has no room either.
   */
  async enter(manager: EntityManager, delegationId: string, rows: readonly Registration[]): Promise<NoRoom> {
    const people = rows.map(({ id, personId, positionTitle, madePerson }) => ({
      id,
      personId,
      positionTitle,
      madePerson,
    }));
    const [outcome] = await manager.query<Outcome[]>(
      `WITH seats AS (
         UPDATE delegation SET taken = taken + $2
         WHERE id = $1 AND taken + $2 <= quota AND state IN ('opened', 'submitted', 'accredited') RETURNING id, event_id
       ), entered AS (
         INSERT INTO registration (id, event_id, delegation_id, person_id, position_title, made_person, state, created_at, changed_at)
         SELECT one.id, seats.event_id, seats.id, one."personId", one."positionTitle", one."madePerson", $4, $5, $5
         FROM seats, json_to_recordset($3) AS one (id uuid, "personId" uuid, "positionTitle" text, "madePerson" boolean)
         RETURNING event_id
       ), room AS (
         UPDATE event_quota SET taken = taken + $2
         WHERE event_id = (SELECT event_id FROM entered LIMIT 1) AND taken + $2 <= capacity RETURNING event_id
       )
       SELECT EXISTS (SELECT FROM seats) AS seated, EXISTS (SELECT FROM room) AS roomy,
         EXISTS (SELECT FROM event_quota WHERE event_id IN (SELECT event_id FROM seats)) AS bounded`,
      [delegationId, rows.length, JSON.stringify(people), rows[0]?.state, rows[0]?.createdAt],
    );
    return noRoomOf(outcome);
  }

  /** What can be seen to be full without a lock. Null promises nothing: only the statement that takes a seat decides. */
  async seenFull(manager: EntityManager, delegation: Delegation, asked: number): Promise<NoRoom> {
    if (delegation.free < asked) return 'delegation';
    const quota = await this.quotaOf(manager, delegation.eventId);
    return quota && quota.capacity - quota.taken < asked ? 'event' : null;
  }

  /** Takes one seat for a registration that exists; without room it takes none. */
  async take(manager: EntityManager, delegationId: string): Promise<NoRoom> {
    const [outcome] = await manager.query<Outcome[]>(
      `WITH seats AS (
         UPDATE delegation SET taken = taken + 1 WHERE id = $1 AND taken + 1 <= quota RETURNING event_id
       ), room AS (
         UPDATE event_quota SET taken = taken + 1
         WHERE event_id = (SELECT event_id FROM seats) AND taken + 1 <= capacity RETURNING event_id
       )
       SELECT EXISTS (SELECT FROM seats) AS seated, EXISTS (SELECT FROM room) AS roomy,
         EXISTS (SELECT FROM event_quota WHERE event_id IN (SELECT event_id FROM seats)) AS bounded`,
      [delegationId],
    );
    const noRoom = noRoomOf(outcome);
    if (noRoom === 'event')
      await manager.query('UPDATE delegation SET taken = taken - 1 WHERE id = $1', [delegationId]);
    return noRoom;
  }

  /** Gives one seat back. */
  async free(manager: EntityManager, delegationId: string): Promise<void> {
    await manager.query(
      `WITH seats AS (UPDATE delegation SET taken = taken - 1 WHERE id = $1 RETURNING event_id)
       UPDATE event_quota SET taken = taken - 1 WHERE event_id = (SELECT event_id FROM seats)`,
      [delegationId],
    );
  }

  /** Why so many seats could not be taken, after an `enter` that found no room. */
  async refusalOf(
    manager: EntityManager,
    noRoom: NonNullable<NoRoom>,
    delegation: Delegation,
    asked: number,
  ): Promise<Refusal> {
    const quota = noRoom === 'event' ? await this.quotaOf(manager, delegation.eventId) : null;
    if (quota) return quotaRefusals.EVENT_FULL({ capacity: quota.capacity, taken: quota.taken, asked }, 'people');
    return quotaRefusals.QUOTA_FULL({ capacity: delegation.quota, taken: delegation.taken, asked }, 'people');
  }

  quotaOf(manager: EntityManager, eventId: string): Promise<EventQuota | null> {
    return manager.findOneBy(EventQuota, { eventId });
  }

  /**
   * Bounds the event, counting the seats that are taken already; false when there are more of them than `capacity`. Must come first in
   * its unit of work: it waits for every registration under way, since one that began without a bound would not be counted.
   */
  async bound(manager: EntityManager, eventId: string, capacity: number): Promise<boolean> {
    await manager.query('LOCK TABLE delegation IN SHARE ROW EXCLUSIVE MODE');
    const rows = await manager.query<unknown[]>(
      `INSERT INTO event_quota (event_id, capacity, taken)
       SELECT $1::uuid, $2::int, taken FROM (SELECT coalesce(sum(taken), 0) AS taken FROM delegation WHERE event_id = $1) AS now WHERE taken <= $2
       ON CONFLICT (event_id) DO UPDATE SET capacity = excluded.capacity RETURNING event_id`,
      [eventId, capacity],
    );
    return rows.length === 1;
  }

  async unbound(manager: EntityManager, eventId: string): Promise<void> {
    await manager.delete(EventQuota, { eventId });
  }

  async takenAt(manager: EntityManager, eventId: string): Promise<number> {
    const [row] = await manager.query<{ taken: number }[]>(
      'SELECT coalesce(sum(taken), 0)::int AS taken FROM delegation WHERE event_id = $1',
      [eventId],
    );
    return row.taken;
  }
}
