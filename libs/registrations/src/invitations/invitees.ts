import type { Event } from '#events';
import { isId, isRefusal, Refusal } from '#kernel';
import { Person, PersonService, type PersonDraft } from '#people';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { invitationRefusals } from './invitation.rules.js';

/** Whom a row invites: somebody who is known, or somebody new. */
export interface InviteeRow {
  readonly personId?: string | null;
  readonly person?: PersonDraft | null;
}

/** Finds or makes the persons of a list of invitations. */
@Injectable()
export class Invitees {
  constructor(private readonly people: PersonService) {}

  /** The persons in the order of the rows, or all that is wrong with them. */
  async of(work: Work, rows: readonly InviteeRow[], event: Event): Promise<Person[] | Refusal[]> {
    const ids = rows.flatMap(({ personId }) => (personId && isId(personId) ? [personId] : []));
    const found = await work.manager.findBy(Person, { id: In(ids), organizationId: event.organizationId });
    const known = new Map(found.map((person) => [person.id, person]));
    const answers: (Person | Refusal)[] = [];
    for (const [index, row] of rows.entries()) answers.push(await this.one(work, row, index, known, event));
    const refusals = answers.filter((one): one is Refusal => isRefusal(one));
    return refusals.length > 0 ? refusals : (answers as Person[]);
  }

  private async one(
    work: Work,
    row: InviteeRow,
    index: number,
    known: ReadonlyMap<string, Person>,
    { isDemonstration, organizationId }: Event,
  ): Promise<Person | Refusal> {
    const at = { row: index + 1 };
    const given = row.person ? { isDemonstration, ...row.person, organizationId } : null;
    const person = given ? await this.people.add(work, given) : known.get(row.personId ?? '');
    if (!person) return invitationRefusals.PERSON_UNKNOWN(at, `input.${index}.personId`);
    if (isRefusal(person))
      return new Refusal(person.code, person.details, `input.${index}.person.${person.field ?? ''}`);
    const isReachable = person.email !== null;
    return isReachable ? person : invitationRefusals.PERSON_WITHOUT_EMAIL(at, `input.${index}.person.email`);
  }
}
