import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The requests whose topic or parties are like `:pattern`, accents and case aside. */
export const requestsLike = `SELECT asked.id FROM meeting_request asked
  JOIN meeting_party sender ON sender.id = asked.from_party_id JOIN meeting_party receiver ON receiver.id = asked.to_party_id
  WHERE accent_blind(concat_ws(' ', asked.topic, sender.name, receiver.name)) LIKE accent_blind(:pattern)`;

/** One page of what the query finds. */
export async function pageOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  page: PageArgs,
): Promise<Page<Row>> {
  const [rows, total] = await query.skip(offsetOf(page)).take(limitOf(page)).getManyAndCount();
  return pageAt(rows, total, page);
}
