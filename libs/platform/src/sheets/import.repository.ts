import { isId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '../graphql/connection.js';
import { ImportBatch } from './import-batch.entity.js';
import { ImportRow } from './import-row.entity.js';

@Injectable()
export class ImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The batch, if the account uploaded it. */
  async ofAccount(accountId: string, id: string): Promise<ImportBatch | null> {
    return isId(id) ? this.dataSource.getRepository(ImportBatch).findOneBy({ id, accountId }) : null;
  }

  async forChange(manager: EntityManager, accountId: string, id: string): Promise<ImportBatch | null> {
    if (!isId(id)) return null;
    return manager.findOne(ImportBatch, { where: { id, accountId }, lock: { mode: 'for_no_key_update' } });
  }

  /** Its rows in the order of the file; only those with a fault if so wished. */
  async rows(batchId: string, page: PageArgs, onlyFaulty: boolean): Promise<Page<ImportRow>> {
    const query = this.dataSource.getRepository(ImportRow).createQueryBuilder('one').where({ batchId });
    if (onlyFaulty) query.andWhere(`one.faults <> '[]'`);
    const found = await query.orderBy('one.number').offset(offsetOf(page)).limit(limitOf(page)).getManyAndCount();
    return pageAt(...found, page);
  }

  allRows(manager: EntityManager, batchId: string): Promise<ImportRow[]> {
    return manager.find(ImportRow, { where: { batchId }, order: { number: 'ASC' } });
  }

  async keepRows(manager: EntityManager, rows: readonly ImportRow[]): Promise<void> {
    await manager.query(
      `INSERT INTO import_row (batch_id, number, cells, faults, is_known)
       SELECT batch_id, number, ARRAY(SELECT jsonb_array_elements_text(cells)), faults, is_known
       FROM jsonb_to_recordset($1::jsonb) AS row (batch_id uuid, number int, cells jsonb, faults jsonb, is_known boolean)
       ON CONFLICT (batch_id, number) DO UPDATE SET faults = excluded.faults, is_known = excluded.is_known`,
      [JSON.stringify(rows.map(({ batchId, isKnown, ...row }) => ({ ...row, batch_id: batchId, is_known: isKnown })))],
    );
  }

  async forgetRows(manager: EntityManager, batchId: string): Promise<void> {
    await manager.query('DELETE FROM import_row WHERE batch_id = $1', [batchId]);
  }

  /** How many rows the applying has made so far, also while its transaction is under way. */
  async applied(batchId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ applied: number }[]>(
      'SELECT applied FROM import_progress WHERE batch_id = $1',
      [batchId],
    );
    return row?.applied ?? 0;
  }

  /** Beside the applying transaction, so that others see it; `manager` is for the first time, when the batch itself is not yet there. */
  async noteProgress(batchId: string, applied: number, manager = this.dataSource.manager): Promise<void> {
    await manager.query(
      `INSERT INTO import_progress (batch_id, applied) VALUES ($1, $2)
       ON CONFLICT (batch_id) DO UPDATE SET applied = excluded.applied`,
      [batchId, applied],
    );
  }

  /** Forgets what expired; answers how many files. */
  async forgetExpired(now: Date): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      'DELETE FROM import_batch WHERE expires_at <= $1',
      [now],
    );
    return count;
  }
}
