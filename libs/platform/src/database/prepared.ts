import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that each connection plans once; `name` names it for good. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Asks a hot question straight from the pool: the ORM in between costs more than the answer. Columns keep their SQL names. */
export async function askPrepared<Row extends object>(
  dataSource: DataSource,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = (dataSource.driver as unknown as { readonly master: Pool }).master;
  return (await pool.query<Row>({ name, text, values: [...values] })).rows;
}
