import { Institution, InstitutionRelation } from '#institutions';
import { newId } from '#kernel';
import { Person, Position } from '#people';
import type { Work } from '#platform';
import { demonstrationRegions, mancomunidadesPerRegion, namedInstitutions } from './encuentro.facts.js';
import { demonstrationLabel, syntheticPerson } from './synthetic-people.js';

export interface SeededInstitution {
  readonly id: string;
  readonly name: string;
  /** Who speaks for it in the demonstration. */
  readonly personId: string;
  readonly positionId: string;
}

export interface SeededInstitutions {
  /** By the key of encuentro.facts. */
  readonly named: ReadonlyMap<string, SeededInstitution>;
  readonly mancomunidades: readonly SeededInstitution[];
  /** The number from which further synthetic people may be counted. */
  readonly nextPerson: number;
}

/** The institutions that the note names, and as many mancomunidades as it counts, each with one person in a position. */
export async function seedInstitutions(work: Work): Promise<SeededInstitutions> {
  const named = namedInstitutions.map((one) => ({ ...one, id: newId() }));
  const mancomunidades = demonstrationRegions.flatMap((region) =>
    Array.from({ length: mancomunidadesPerRegion }, (_, n) => ({
      id: newId(),
      code: region.code,
      name: `Mancomunidad Municipal ${region.name} ${n + 1} ${demonstrationLabel}`,
    })),
  );
  await work.manager.insert(Institution, [
    ...named.map((one) => namedRow(one, work.now)),
    ...mancomunidades.map((one) => mancomunidadRow(one, work.now)),
  ]);
  await seedRelations(work, named, mancomunidades);
  const all = [...named, ...mancomunidades];
  const spokesmen = await seedSpokesmen(
    work,
    all.map(({ id, name }) => ({ id, name })),
    named.length,
  );
  return {
    named: new Map(named.map(({ key }, index) => [key, spokesmen[index]])),
    mancomunidades: spokesmen.slice(named.length),
    nextPerson: all.length,
  };
}

function namedRow(one: (typeof namedInstitutions)[number] & { id: string }, createdAt: Date): Institution {
  const { id, name, kind } = one;
  const row = { id, name, kind, shortName: one.shortName ?? null, country: 'PE' };
  return { ...row, territorySystem: null, territoryCode: null, isDemonstration: false, createdAt, archivedAt: null };
}

function mancomunidadRow(one: { id: string; name: string; code: string }, createdAt: Date): Institution {
  const row = { id: one.id, name: one.name, shortName: null, kind: 'mancomunidad' as const, country: 'PE' };
  return {
    ...row,
    territorySystem: 'INEI',
    territoryCode: one.code,
    isDemonstration: true,
    createdAt,
    archivedAt: null,
  };
}

async function seedRelations(
  work: Work,
  named: readonly ((typeof namedInstitutions)[number] & { id: string })[],
  mancomunidades: readonly { id: string }[],
): Promise<void> {
  const idOf = new Map(named.map(({ key, id }) => [key, id]));
  const relations = named.flatMap(({ id, attachedTo, networkOf }) => [
    ...(attachedTo ? [{ kind: 'attached_to' as const, institutionId: id, ofId: idOf.get(attachedTo)! }] : []),
    ...(networkOf ? [{ kind: 'network_of' as const, institutionId: id, ofId: idOf.get(networkOf)! }] : []),
  ]);
  const members = mancomunidades.map(({ id }) => ({
    kind: 'member_of' as const,
    institutionId: id,
    ofId: idOf.get('anammpe')!,
  }));
  await work.manager.insert(
    InstitutionRelation,
    [...relations, ...members].map((relation) => ({ id: newId(), ...relation })),
  );
}

async function seedSpokesmen(
  work: Work,
  institutions: readonly { id: string; name: string }[],
  namedCount: number,
): Promise<SeededInstitution[]> {
  const rows = institutions.map((institution, n) => ({ ...institution, personId: newId(), positionId: newId(), n }));
  await work.manager.insert(
    Person,
    rows.map(({ personId, n }) => {
      const person = { id: personId, ...syntheticPerson(n), phone: null, language: 'es' as const };
      return { ...person, isDemonstration: true, createdAt: work.now };
    }),
  );
  await work.manager.insert(
    Position,
    rows.map(({ id, personId, positionId, n }) => {
      const title = n < namedCount ? 'Representante' : n % 2 ? 'Gerenta' : 'Presidente del Consejo Directivo';
      return { id: positionId, personId, institutionId: id, title, startsOn: '2025-01-01', endsOn: null };
    }),
  );
  return rows;
}
