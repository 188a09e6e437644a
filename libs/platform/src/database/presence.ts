import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DatabaseListener } from './listener.js';

/** The class of our advisory locks of presence; any number that nothing else locks. */
const lockClass = 7_468_656;

/**
 * Tells living processes from dead ones without a clock: each holds the advisory lock of a number of its own, and PostgreSQL frees it when
 * the process's connection ends, however it ended. Rows that a process works on carry its number.
 */
@Injectable()
export class ProcessPresence {
  readonly number = randomInt(1, 2 ** 31 - 1);
  private shown: Promise<void> | null = null;

  constructor(private readonly listener: DatabaseListener) {}

  /** From when this has resolved the process counts as living. */
  show(): Promise<void> {
    this.shown ??= this.listener.keep(`SELECT pg_advisory_lock_shared(${lockClass}, ${this.number})`);
    return this.shown;
  }

  /** Those of the numbers whose processes are gone. */
  async departed(manager: EntityManager, numbers: readonly number[]): Promise<number[]> {
    const rows = await manager.query<{ number: number }[]>(
      `SELECT number FROM unnest($1::int[]) AS number
       WHERE NOT EXISTS (
         SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
         WHERE locktype = 'advisory' AND datname = current_database() AND classid = $2 AND objid = number::oid AND granted
       )`,
      [numbers, lockClass],
    );
    return rows.map(({ number }) => number);
  }
}
