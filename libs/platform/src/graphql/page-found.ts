import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from './connection.js';

/** The page of a list that a query finds. Its order must be whole, so that no row stands on two pages: let it end with the id. */
export async function pageFound<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  page: PageArgs,
): Promise<Page<Row>> {
  const [rows, total] = await query.offset(offsetOf(page)).limit(limitOf(page)).getManyAndCount();
  return pageAt(rows, total, page);
}
