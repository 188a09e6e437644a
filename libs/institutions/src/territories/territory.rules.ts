/** Who gave the code: Peru's INEI and RENIEC number the same places differently; Bolivia's INE has its own codes. */
export const territorySystems = ['INEI', 'RENIEC', 'INE'] as const;
export type TerritorySystem = (typeof territorySystems)[number];

/** Peru's smallest are districts, Bolivia's municipalities. */
export const territoryLevels = ['department', 'province', 'district', 'municipality'] as const;
export type TerritoryLevel = (typeof territoryLevels)[number];

/** One of the smallest territories as a list names it: with the names around it, the greatest first. */
export interface Naming {
  readonly system: TerritorySystem;
  /** Empty where the system has not numbered it yet. */
  readonly code: string;
  readonly counterpartCode: string | null;
  readonly names: readonly string[];
  readonly smallest: 'district' | 'municipality';
  readonly country: string;
}

export interface Place {
  readonly system: TerritorySystem;
  readonly code: string;
  readonly level: TerritoryLevel;
  readonly name: string;
  readonly parentCode: string | null;
  readonly country: string;
  readonly counterpartCode: string | null;
}

/**
 * The territories that a list names, the greater ones derived from the codes' prefixes. Where rows disagree about a greater one
 * (a list has a district under a province's wrong name), most rows are right.
 */
export function placesOf(namings: readonly Naming[]): Place[] {
  const votes = new Map<string, Map<string, { place: Place; count: number }>>();
  for (const place of namings.filter(({ code }) => code !== '').flatMap(chainOf)) {
    const key = `${place.system}:${place.code}`;
    const forKey = votes.get(key) ?? new Map<string, { place: Place; count: number }>();
    const ballot = JSON.stringify(place);
    forKey.set(ballot, { place, count: (forKey.get(ballot)?.count ?? 0) + 1 });
    votes.set(key, forKey);
  }
  return [...votes.values()].map((ballots) => [...ballots.values()].sort((a, b) => b.count - a.count)[0].place);
}

/** The territory itself and those around it. */
function chainOf(naming: Naming): Place[] {
  const { system, code, country, counterpartCode, names, smallest } = naming;
  const levels: readonly TerritoryLevel[] = ['department', 'province', smallest];
  return levels.map((level, depth) => ({
    system,
    code: code.slice(0, 2 * depth + 2),
    level,
    name: names[depth],
    parentCode: depth === 0 ? null : code.slice(0, 2 * depth),
    country,
    counterpartCode: counterpartCode?.slice(0, 2 * depth + 2) ?? null,
  }));
}

/** The one text that names a territory: `INEI:080101`. */
export function territoryKey({ system, code }: { system: TerritorySystem; code: string }): string {
  return `${system}:${code}`;
}
