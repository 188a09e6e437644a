import { newId } from '#kernel';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Position } from '../positions/position.entity.js';
import { Person } from './person.entity.js';
import type { tidiedPerson } from './person.rules.js';

/** Rows of one statement. */
const batchSize = 500;

/** A person with at most one position, as a line of a file describes them. */
export interface PersonLine {
  readonly number: number;
  readonly person: ReturnType<typeof tidiedPerson>;
  readonly position: {
    readonly institutionId: string;
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string | null;
  } | null;
}

/** With what tells whether two lines are about the same person, and in the same position. */
export interface KeyedLine {
  readonly line: PersonLine;
  readonly personKey: string;
  readonly lineKey: string;
}

export interface PeopleThere {
  /** Ids by key. */
  readonly persons: ReadonlyMap<string, string>;
  isKnown(line: KeyedLine): boolean;
}

/** Many people at once: who is the same is told by the document or, without one, by the name and the address. */
@Injectable()
export class PersonBulk {
  async keyed({ manager }: Work, lines: readonly PersonLine[]): Promise<KeyedLine[]> {
    const blind = await manager.query<{ name: string; title: string }[]>(
      `SELECT accent_blind(name) AS name, accent_blind(title) AS title
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS line (name, title, place) ORDER BY place`,
      [
        lines.map(({ person }) => `${person.familyNames} ${person.givenNames}`),
        lines.map(({ position }) => position?.title ?? ''),
      ],
    );
    return lines.map((line, place) => {
      const { person, position } = line;
      const personKey = keyOf({ ...person, blindName: blind[place].name });
      const held = position ? `${position.institutionId}|${blind[place].title}` : '';
      return { line, personKey, lineKey: `${personKey}|${held}` };
    });
  }

  async there({ manager }: Work, organizationId: string, keyed: readonly KeyedLine[]): Promise<PeopleThere> {
    const rows = await manager.query<FoundPerson[]>(
      `SELECT id, email, document_type AS "documentType", document_number AS "documentNumber",
         called AS "blindName"
       FROM person WHERE organization_id = $1 ORDER BY archived_at NULLS FIRST, created_at DESC, id`,
      [organizationId],
    );
    const wanted = new Set(keyed.map(({ personKey }) => personKey));
    // The last one wins: of several of one key, the oldest that is not archived comes last.
    const persons = new Map<string, string>();
    for (const row of rows.toReversed()) if (wanted.has(keyOf(row))) persons.set(keyOf(row), row.id);
    const held = await this.held(manager, [...persons.values()]);
    const isKnown = ({ line, personKey, lineKey }: KeyedLine): boolean => {
      const id = persons.get(personKey);
      if (!id) return false;
      return line.position === null || held.has(`${id}|${lineKey.slice(personKey.length + 1)}`);
    };
    return { persons, isKnown };
  }

  /** Adds the people that are not there yet, then the positions; answers the ids of all that it made. */
  async add(
    work: Work,
    organizationId: string,
    keyed: readonly KeyedLine[],
    progress: (lines: number) => Promise<void>,
  ): Promise<string[]> {
    const { persons } = await this.there(work, organizationId, keyed);
    const ids = new Map(persons);
    const created: string[] = [];
    for (let start = 0; start < keyed.length; start += batchSize) {
      const batch = keyed.slice(start, start + batchSize);
      const fresh = batch.filter(({ personKey }) => !ids.has(personKey) && ids.set(personKey, newId()));
      const people = fresh.map(({ line, personKey }) => ({
        ...{ ...line.person, id: ids.get(personKey)!, organizationId, createdAt: work.now },
      }));
      if (people.length > 0) await work.manager.insert(Person, people);
      const positions = batch.flatMap(({ line, personKey }) =>
        line.position ? [{ ...line.position, id: newId(), personId: ids.get(personKey)!, organizationId }] : [],
      );
      if (positions.length > 0) await work.manager.insert(Position, positions);
      created.push(...people.map(({ id }) => id), ...positions.map(({ id }) => id));
      await progress(start + batch.length);
    }
    return created;
  }

  /** Removes what `add` made; false when somebody has got a position since. What refers to them otherwise, a foreign key tells. */
  async forget({ manager }: Work, created: readonly string[]): Promise<boolean> {
    const [{ later }] = await manager.query<{ later: boolean }[]>(
      'SELECT EXISTS (SELECT FROM position WHERE person_id = ANY ($1) AND NOT id = ANY ($1)) AS later',
      [created],
    );
    if (later) return false;
    await manager.query('DELETE FROM position WHERE id = ANY ($1)', [created]);
    await manager.query('DELETE FROM person WHERE id = ANY ($1)', [created]);
    return true;
  }

  private async held(manager: Work['manager'], personIds: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ key: string }[]>(
      `SELECT concat_ws('|', person_id, institution_id, accent_blind(title)) AS key
       FROM position WHERE person_id = ANY ($1) AND archived_at IS NULL`,
      [personIds],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

interface FoundPerson extends Pick<PersonLine['person'], 'email' | 'documentType' | 'documentNumber'> {
  readonly id: string;
  readonly blindName: string;
}

function keyOf(person: Omit<FoundPerson, 'id'>): string {
  const { documentType, documentNumber, blindName, email } = person;
  return documentNumber ? `${documentType} ${documentNumber}` : `${blindName}|${(email ?? '').toLowerCase()}`;
}
