import type { Assistant } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Somebody for whom the reader of an address may act: themselves, or a person whom they assist. */
export interface Acquaintance {
  readonly personId: string;
  /** Given names, then family names. */
  readonly name: string;
  readonly isDemonstration: boolean;
  /** Set when the reader of the address assists this person. */
  readonly assistant: Assistant | null;
}

const columns = `person.id AS "personId", person.given_names || ' ' || person.family_names AS name,
  person.is_demonstration AS "isDemonstration"`;

@Injectable()
export class AcquaintanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** First those who have the address themselves, then those whom its reader assists at that instant. */
  ofAddress(address: string, now: Date, manager: EntityManager = this.dataSource.manager): Promise<Acquaintance[]> {
    return manager.query<Acquaintance[]>('SELECT * FROM acquaintances_of($1, $2)', [address, now]);
  }

  /** Whose the passkey is; nobody when it was revoked. */
  ofPasskey(passkeyId: string): Promise<Acquaintance[]> {
    return this.dataSource.query<Acquaintance[]>('SELECT * FROM acquaintance_of_passkey($1)', [passkeyId]);
  }

  async ofPerson(personId: string): Promise<Acquaintance | null> {
    const rows = await this.dataSource.query<Acquaintance[]>(
      `SELECT ${columns}, NULL::jsonb AS assistant FROM person WHERE id = $1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  async addressOf(personId: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ email: string | null }[]>('SELECT email FROM person WHERE id = $1', [
      personId,
    ]);
    return rows[0]?.email ?? null;
  }
}
