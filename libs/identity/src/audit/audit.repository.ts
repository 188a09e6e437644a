import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { emptyChain, type ChainHead } from './audit-chain.js';
import type { Seal } from './audit-seal.js';

/** The advisory lock of the chain's end; any number that nothing else locks. */
const chainLock = 7_468_657;

/** What is left of an entry's values. */
interface Erased {
  readonly before: object;
  readonly after: object;
  readonly cameFrom: object;
  readonly salts: object;
  readonly erasedBy: string;
}

/** What makes an entry one that may hold a person's data. */
interface Mention {
  /** In lower case. */
  readonly words: readonly string[];
  readonly actorIds: readonly string[];
  readonly subjectIds: readonly string[];
}

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False when somebody else seals just now. */
  async tryChain(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<{ taken: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS taken', [
      chainLock,
    ]);
    return row.taken;
  }

  async lockChain(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [chainLock]);
  }

  async isSealed(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<{ waits: boolean }[]>(
      'SELECT EXISTS (SELECT FROM audit_entry WHERE position IS NULL) AS waits',
    );
    return !row.waits;
  }

  unsealed(manager: EntityManager, most: number): Promise<AuditEntry[]> {
    return manager.query<AuditEntry[]>(
      `SELECT ${this.selected()} FROM audit_entry WHERE position IS NULL ORDER BY sequence LIMIT $1`,
      [most],
    );
  }

  async head(manager: EntityManager): Promise<ChainHead> {
    const [last] = await manager.find(AuditEntry, {
      where: { position: Not(IsNull()) },
      order: { position: 'DESC' },
      take: 1,
    });
    return last?.hash ? { position: Number(last.position), hash: last.hash } : emptyChain;
  }

  async seal(manager: EntityManager, seals: readonly (Seal & { id: string })[]): Promise<void> {
    if (seals.length === 0) return;
    const rows = seals.map(({ previousHash, ...seal }) => ({ ...seal, previous_hash: previousHash }));
    await manager.query(
      `UPDATE audit_entry SET position = seal.position, previous_hash = seal.previous_hash, hash = seal.hash,
         digests = seal.digests, salts = seal.salts
       FROM json_to_recordset($1::json)
         AS seal (id uuid, position bigint, previous_hash text, hash text, digests jsonb, salts jsonb)
       WHERE audit_entry.id = seal.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Sealed entries of which a value holds one of the words (lower case), or which one of the actors wrote, or that are about one of the subjects. */
  async mentioning(manager: EntityManager, { words, actorIds, subjectIds }: Mention): Promise<AuditEntry[]> {
    const patterns = words.map(
      (word) =>
        `%${JSON.stringify(word)
          .slice(1, -1)
          .replace(/[\\%_]/g, '\\$&')}%`,
    );
    return manager
      .createQueryBuilder(AuditEntry, 'entry')
      .where(
        `lower(concat(entry.before, ' ', entry.after, ' ', entry.came_from)) LIKE ANY (:patterns)
         OR (entry.subject_id = ANY (:subjectIds) AND coalesce(entry.before, entry.after) IS NOT NULL)
         OR (entry.actor_id = ANY (:actorIds) AND entry.came_from IS NOT NULL AND entry.came_from <> '{}')`,
        { patterns, actorIds, subjectIds },
      )
      .getMany();
  }

  async replaceValues(
    manager: EntityManager,
    id: string,
    { before, after, cameFrom, salts, erasedBy }: Erased,
  ): Promise<void> {
    await manager.query(
      `UPDATE audit_entry SET before = CASE WHEN before IS NOT NULL THEN $2::jsonb END,
         after = CASE WHEN after IS NOT NULL THEN $3::jsonb END,
         came_from = CASE WHEN came_from IS NOT NULL THEN $4::jsonb END, salts = $5, erased_by = $6
       WHERE id = $1`,
      [id, before, after, cameFrom, salts, erasedBy],
    );
  }

  /** Sealed entries in the order of the chain. */
  after(position: number, most: number): Promise<AuditEntry[]> {
    return this.dataSource.query<AuditEntry[]>(
      `SELECT ${this.selected()} FROM audit_entry WHERE position > $1 ORDER BY position LIMIT $2`,
      [position, most],
    );
  }

  /** For reading past the ORM: of a hundred thousand rows it would make as many objects, one value at a time. */
  private selected(): string {
    const columns = this.dataSource.getMetadata(AuditEntry).columns;
    return columns.map(({ databaseName, propertyName }) => `${databaseName} AS "${propertyName}"`).join(', ');
  }

  /** Entries that no seal covers yet, and since when the oldest of them waits. */
  async waiting(): Promise<{ count: number; since: Date | null }> {
    const [row] = await this.dataSource.query<{ count: number; since: Date | null }[]>(
      'SELECT count(*)::int AS count, min(recorded_at) AS since FROM audit_entry WHERE position IS NULL',
    );
    return row;
  }
}
