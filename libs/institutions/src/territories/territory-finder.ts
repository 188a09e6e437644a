import type { EntityManager } from 'typeorm';
import { Territory } from './territory.entity.js';
import { territoryKey, type TerritorySystem } from './territory.rules.js';

/** A territory as people write it in a cell: a code, or names from the greatest to the smallest. */
export type TerritoryWish =
  { readonly system: TerritorySystem | null; readonly code: string } | { readonly names: readonly string[] };

/** Reads `080101`, `RENIEC:070101` or `Cusco / Cusco / Wanchaq`. Spreadsheets drop the zero before a code; it is put back. */
export function readTerritory(text: string): TerritoryWish | null {
  const coded = /^(?:(INEI|RENIEC|INE)[\s:]+)?(\d{1,6})$/i.exec(text);
  if (coded) {
    const [, system, digits] = coded;
    const code = digits.length % 2 === 0 ? digits : `0${digits}`;
    return { system: system ? (system.toUpperCase() as TerritorySystem) : null, code };
  }
  const names = text.split(/[/>,]/).map((name) => name.trim());
  return names.every((name) => /\p{L}/u.test(name)) && names.length <= 3 ? { names } : null;
}

const comparable = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Which codes a country's institutions use unless the cell says otherwise. */
const systems: Readonly<Record<string, TerritorySystem>> = { PE: 'INEI', BO: 'INE' };

/** Finds many territories at once, from one look at the table. */
export class TerritoryFinder {
  private readonly byKey: ReadonlyMap<string, Territory>;
  private byNames: Map<string, Territory[]> | null = null;

  private constructor(private readonly rows: readonly Territory[]) {
    this.byKey = new Map(rows.map((row) => [territoryKey(row), row]));
  }

  static async over(manager: EntityManager): Promise<TerritoryFinder> {
    return new TerritoryFinder(
      await manager.query<Territory[]>(
        'SELECT system, code, level, name, parent_code AS "parentCode", country FROM territory',
      ),
    );
  }

  /** The territories that fit: none, the one that is meant, or several between which the cell does not decide. */
  found(wish: TerritoryWish, country: string): readonly Territory[] {
    const own = systems[country];
    if ('code' in wish) {
      const system = wish.system ?? own;
      const row = system && this.byKey.get(territoryKey({ system, code: wish.code }));
      return row && row.country === country ? [row] : [];
    }
    this.byNames ??= this.named();
    const path = wish.names.map(comparable).join('/');
    return (this.byNames.get(path) ?? []).filter((row) => row.system === own);
  }

  private named(): Map<string, Territory[]> {
    const named = new Map<string, Territory[]>();
    for (const row of this.rows) {
      for (const path of pathsOf(row, this.byKey)) {
        const group = named.get(path);
        if (group) group.push(row);
        else named.set(path, [row]);
      }
    }
    return named;
  }
}

/** The ways in which people name a place: alone, in its province, in its department, or in full. */
function pathsOf(row: Territory, byKey: ReadonlyMap<string, Territory>): Set<string> {
  const name = comparable(row.name);
  const parent = row.parentCode && byKey.get(territoryKey({ system: row.system, code: row.parentCode }));
  if (!parent) return new Set([name]);
  const around = comparable(parent.name);
  const above = parent.parentCode && byKey.get(territoryKey({ system: row.system, code: parent.parentCode }));
  const paths = [name, `${around}/${name}`];
  if (above) paths.push(`${comparable(above.name)}/${name}`, `${comparable(above.name)}/${around}/${name}`);
  return new Set(paths);
}
