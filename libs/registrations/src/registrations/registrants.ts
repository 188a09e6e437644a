import { isId, isRefusal, type Language, type Refusal } from '#kernel';
import { EventRepository } from '#events';
import { ConsentService, documentFault, PersonRepository, PersonService, tidiedDocument, type Person } from '#people';
import { difference, NotAllowed, NotFound, type Difference, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { PersonEntry } from './person-entry.rules.js';
import { registrationRefusals } from './registration.refusals.js';

/** An entry of a list: somebody new, or (staff only) somebody who is known, whose names and contacts are then left as they are. */
export interface RegistrantEntry extends PersonEntry {
  readonly personId?: string | null;
}

/** Whom a registration is for, with a person's row behind. */
export interface Registrant {
  readonly personId: string;
  readonly positionTitle: string;
  readonly madePerson: boolean;
}

/** What is wrong with the documents of a list; a wrong check digit is not. */
export function documentFaults(entries: readonly PersonEntry[]): Refusal[] {
  return entries.flatMap((entry, index) => {
    const field = (name: keyof PersonEntry) => `people.${index}.${name}`;
    return documentFault(tidiedDocument(entry), field('documentNumber'), field('documentType')) ?? [];
  });
}

/** Finds or makes the persons whom a list of entries names. */
@Injectable()
export class Registrants {
  constructor(
    private readonly events: EventRepository,
    private readonly persons: PersonRepository,
    private readonly people: PersonService,
    private readonly consents: ConsentService,
  ) {}

  /** The entries with the names and contacts of the known ones filled in, for the rules to judge. Refuses unknown ids. */
  async known(viewer: Viewer, entries: readonly RegistrantEntry[]): Promise<RegistrantEntry[] | Refusal> {
    const ids = entries.flatMap((entry) => entry.personId ?? []);
    if (ids.length === 0) return [...entries];
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const persons = await this.persons.byIds(ids.filter(isId));
    const lost = entries.findIndex((entry) => entry.personId && !persons.has(entry.personId));
    if (lost >= 0) return registrationRefusals.REGISTRANT_UNKNOWN({ row: lost + 1 }, `people.${lost}.personId`);
    return entries.map((entry) => withPerson(entry, persons.get(entry.personId ?? '')));
  }

  /** Throws when a person's data does not pass its own rules, which the entry's are not wider than. */
  async write(work: Work, eventId: string, entries: readonly RegistrantEntry[]): Promise<Registrant[]> {
    const event = await this.events.byId(eventId, work.manager);
    if (!event) throw new NotFound('event');
    const { isDemonstration, organizationId } = event;
    const registrants: Registrant[] = [];
    for (const entry of entries) {
      const { positionTitle } = entry;
      if (entry.personId) registrants.push({ personId: entry.personId, positionTitle, madePerson: false });
      else
        registrants.push({
          personId: await this.add(work, { ...entry, isDemonstration, organizationId }),
          positionTitle,
          madePerson: true,
        });
    }
    return registrants;
  }

  private async add(
    work: Work,
    entry: PersonEntry & { isDemonstration: boolean; organizationId: string },
  ): Promise<string> {
    const { isDemonstration, organizationId } = entry;
    const person = await this.people.add(work, { ...draftOf(entry), isDemonstration, organizationId });
    if (isRefusal(person)) throw new Error(`An entry passed its rules and not the person's: ${person.code}`);
    return person.id;
  }

  /** Notes the consent that whoever registers people declares for them; each of them sees it in their own data and can withdraw it. */
  async agree(work: Work, viewer: Viewer, personIds: readonly string[], language: Language): Promise<void> {
    for (const personId of personIds)
      await this.consents.give(work, viewer, { personId, purpose: 'registration', language, page: 'focal_point' });
  }

  /** Writes corrected data of a person whom the registration made; answers what is different. */
  async correct(work: Work, personId: string, entry: PersonEntry): Promise<Difference> {
    const before = await this.persons.byId(personId, work.manager);
    const person = await this.people.change(work, personId, draftOf(entry));
    if (isRefusal(person)) throw new Error(`An entry passed its rules and not the person's: ${person.code}`);
    return difference(before, person);
  }
}

/** Names, contacts and document. */
function draftOf<T extends Omit<PersonEntry, 'positionTitle'>>(entry: T) {
  const { givenNames, familyNames, email, phone, documentType, documentNumber } = entry;
  return { givenNames, familyNames, email, phone, documentType, documentNumber };
}

function withPerson(entry: RegistrantEntry, person: Person | undefined): RegistrantEntry {
  if (!person) return entry;
  return { ...draftOf(person), personId: person.id, positionTitle: entry.positionTitle };
}
