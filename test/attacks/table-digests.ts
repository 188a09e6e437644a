import type { DataSource } from 'typeorm';

/** What any request leaves behind, whoever sends it: when somebody was seen, and how often they tried. */
const restless: Readonly<Record<string, readonly string[]>> = {
  staff_session: ['last_seen_at', 'expires_at'],
  api_key: ['last_used_at'],
};
const attempts = 'sign_in_throttle';

/** A digest of each table's rows, by which a change of any of them is seen. */
export async function tableDigests(dataSource: DataSource): Promise<Map<string, string>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> $1 ORDER BY 1`,
    [attempts],
  );
  const digests = new Map<string, string>();
  for (const { name } of tables) {
    const [{ digest }] = await dataSource.query<{ digest: string }[]>(
      `SELECT md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) AS digest
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM "${name}" t) AS lines`,
      [restless[name] ?? []],
    );
    digests.set(name, digest);
  }
  return digests;
}

/** The tables that hold other rows than they did. */
export async function changedSince(dataSource: DataSource, before: ReadonlyMap<string, string>): Promise<string[]> {
  const after = await tableDigests(dataSource);
  return [...after.keys()].filter((name) => after.get(name) !== before.get(name));
}
