import { groupedBy } from '#kernel';
import { declareFaults, type CellFault } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InstitutionKind } from './institution.rules.js';

const faults = declareFaults({
  INSTITUTION_NOT_FOUND: {
    wrong: {
      es: 'No hay ninguna institución con ese nombre o sigla.',
      en: 'No institution has this name or short name.',
    },
    mend: {
      es: 'Escríbalo como está en Instituciones, o agréguela primero (también puede importarlas).',
      en: 'Write it as it stands in Institutions, or add it first (you can import them too).',
    },
  },
  INSTITUTION_AMBIGUOUS: {
    wrong: {
      es: 'Hay {count} instituciones con ese nombre o sigla.',
      en: '{count} institutions have this name or short name.',
    },
    mend: {
      es: 'Escriba el nombre completo y, si también se repite, su código: {ids}.',
      en: 'Write the full name or, if that is not enough either, its id: {ids}.',
    },
  },
});

export interface FoundInstitution {
  readonly id: string;
  readonly name: string;
  readonly kind: InstitutionKind;
}

/** Finds institutions as people write them in a file: by name, short name or id, whatever case and accents. */
@Injectable()
export class InstitutionsByName {
  /** Looks once for all of the names; the answer tells of each the institution, or what is wrong with it. */
  async over(
    manager: EntityManager,
    names: readonly string[],
  ): Promise<(name: string) => FoundInstitution | CellFault> {
    const rows = await manager.query<(FoundInstitution & { wanted: string })[]>(
      `WITH asked AS (SELECT wanted, accent_blind(wanted) AS blind FROM unnest($1::text[]) AS wanted),
         offered AS (SELECT id, name, short_name, kind FROM institution WHERE archived_at IS NULL)
       SELECT wanted, id, name, kind FROM asked JOIN offered ON accent_blind(name) = blind
       UNION SELECT wanted, id, name, kind FROM asked JOIN offered ON accent_blind(short_name) = blind
       UNION SELECT wanted, id, name, kind FROM asked JOIN offered ON id::text = wanted`,
      [[...new Set(names)]],
    );
    const found = groupedBy(rows, ({ wanted }) => wanted);
    return (name) => {
      const those = found.get(name) ?? [];
      if (those.length === 1) return those[0];
      if (those.length === 0) return faults.INSTITUTION_NOT_FOUND();
      const ids = those.slice(0, 3).map(({ id }) => id);
      return faults.INSTITUTION_AMBIGUOUS({ count: those.length, ids: ids.join(', ') });
    };
  }
}
