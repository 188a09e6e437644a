import pg from 'pg';

const given = ['María Elena', 'José Luis', 'Rosa', 'Juan Carlos', 'Ñusta', 'Wilber', 'Nélida', 'Óscar'];
const family = ['Quispe Mamani', 'Núñez Huamán', 'Condori Mamani', 'Ticona Flores', 'Chávez Rojas', 'Huallpa Ccori'];

/** So many made-up people in the organisation that the demonstration has. */
export async function addPeople(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO person (id, organization_id, given_names, family_names, email, language, is_demonstration, created_at)
       SELECT gen_random_uuid(), (SELECT id FROM organization ORDER BY created_at LIMIT 1),
         ($1::text[])[1 + n % 8] || ' ' || n, ($2::text[])[1 + n % 6], 'persona' || n || '@demo.example', 'es', true, now()
       FROM generate_series(1, $3::int) AS n`,
      [given, family, count],
    );
    await client.query('ANALYZE person');
  } finally {
    await client.end();
  }
}
