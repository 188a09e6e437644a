import type { DataSource, QueryFailedError } from 'typeorm';
import { applicationUrl } from '../config/application-url.js';

/** Why the application cannot have its role: the message says what to do. */
export class NoApplicationRole extends Error {}

const notPermitted = '42501';

/**
 * Makes the application's role if it is missing, and gives it the tables' rows: it owns nothing, changes no policy and becomes nobody else.
 * Then guards every table that has gained an event or an organisation since. Run by the owner, after the migrations.
 */
export async function prepareApplicationRole(database: DataSource, ownerUrl: string, given?: string): Promise<void> {
  const { username, password } = new URL(applicationUrl(ownerUrl, given));
  const role = decodeURIComponent(username);
  if (!given) {
    requirePassword(ownerUrl);
    await makeRole(database, role, password);
  }
  const name = `"${role.replaceAll('"', '""')}"`;
  for (const grant of [
    `USAGE ON SCHEMA public`,
    `SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public`,
    `USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public`,
  ])
    await database.query(`GRANT ${grant} TO ${name}`);
  await database.query(`REVOKE ALL ON migrations FROM ${name}`);
  // A trigger refuses it as well: what was done stays as it was written down.
  await database.query(`REVOKE UPDATE, DELETE ON audit_entry FROM ${name}`);
  await database.query('SELECT guard_every_row()');
}

function requirePassword(ownerUrl: string): void {
  if (new URL(ownerUrl).password) return;
  throw new NoApplicationRole(
    'DATABASE_URL has no password from which that of the application’s role could be made: make a role yourself (LOGIN, nothing else) and give its address as DATABASE_APP_URL.',
  );
}

async function makeRole(database: DataSource, role: string, password: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  try {
    const known = await database.query<unknown[]>('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (known.length === 0) await database.query(`CREATE ROLE ${name} LOGIN NOINHERIT PASSWORD '${password}'`);
    else await database.query(`ALTER ROLE ${name} PASSWORD '${password}'`);
  } catch (error) {
    const { code } = (error as QueryFailedError).driverError as { code?: string };
    if (code !== notPermitted) throw error;
    throw new NoApplicationRole(
      `The role of DATABASE_URL may not make the application's role: give it CREATEROLE, or make a role yourself (LOGIN, nothing else) and give its address as DATABASE_APP_URL.`,
    );
  }
}
