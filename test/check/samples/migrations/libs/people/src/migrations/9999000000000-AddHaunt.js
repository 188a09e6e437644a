/** Its way back leaves everything behind. */
export class AddHaunt9999000000000 {
  name = 'AddHaunt9999000000000';

  async up(db) {
    await db.query('CREATE TABLE haunt (id uuid PRIMARY KEY)');
    await db.query("CREATE TYPE mood AS ENUM ('restless')");
    await db.query("CREATE FUNCTION howl() RETURNS text LANGUAGE sql AS $$ SELECT 'huu' $$");
  }

  async down() {}
}
