import { newId } from '#kernel';
import {
  declareFaults,
  declareImport,
  faultAt,
  faultOfRefusal,
  Importer,
  requireMay,
  textColumn,
  type ImportContext,
  type ImportDone,
  type ImportPlan,
  type Progress,
  type ReadRow,
  type RowFault,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { InstitutionsByName, type FoundInstitution } from '../institutions/institutions-by-name.js';
import { InstitutionRelation } from './institution-relation.entity.js';
import { InstitutionRelationRepository } from './institution-relation.repository.js';
import { relationFault } from './institution-relation.rules.js';

const faults = declareFaults({
  MEMBER_TWICE: {
    wrong: { es: 'La misma pareja está también en la fila {row}.', en: 'The same two are also in row {row}.' },
    mend: { es: 'Deje una sola de las dos filas.', en: 'Keep only one of the two rows.' },
  },
});

const membershipImport = declareImport({
  kind: 'members',
  title: { es: 'Miembros de mancomunidades', en: 'Members of mancomunidades' },
  columns: {
    of: textColumn({
      label: { es: 'Mancomunidad', en: 'Mancomunidad' },
      aliases: ['Asociación', 'Miembro de', 'Member of', 'Red'],
      required: true,
      example: 'Mancomunidad Municipal de Ejemplo',
      hint: {
        es: 'Su nombre o su sigla, como está en Instituciones.',
        en: 'Its name or short name, as it stands in Institutions.',
      },
    }),
    member: textColumn({
      label: { es: 'Miembro', en: 'Member' },
      aliases: ['Municipalidad', 'Municipio', 'Institución miembro'],
      required: true,
      example: 'Municipalidad Distrital de Ejemplo',
      hint: {
        es: 'Su nombre o su sigla, como está en Instituciones.',
        en: 'Its name or short name, as it stands in Institutions.',
      },
    }),
  },
});

type Columns = typeof membershipImport.columns;

interface Pair {
  readonly number: number;
  readonly member: FoundInstitution;
  readonly of: FoundInstitution;
}

/** Imports who is a member of which mancomunidad or association; both must be institutions already. */
@Injectable()
export class MembershipImporter extends Importer<Columns> {
  readonly kind = membershipImport;

  constructor(
    private readonly finder: InstitutionsByName,
    private readonly relations: InstitutionRelationRepository,
  ) {
    super();
  }

  requireMayImport(viewer: Viewer): void {
    requireMay(viewer, 'institutions.change');
  }

  async plan(rows: readonly ReadRow<Columns>[], { work }: ImportContext): Promise<ImportPlan> {
    const { pairs, faults: found } = await this.pairsOf(rows, work);
    const there = await this.relations.membershipsAmong(
      work.manager,
      pairs.map(({ of }) => of.id),
    );
    const first = new Map<string, number>();
    const wrong: RowFault[] = [...found];
    for (const { number, member, of } of pairs) {
      const key = `${member.id} ${of.id}`;
      const row = first.get(key);
      const fault = relationFault({ kind: 'member_of', institution: member, of });
      if (fault) wrong.push(faultAt(number, 'member', member.name, faultOfRefusal(fault)));
      else if (row !== undefined) wrong.push(faultAt(number, 'member', member.name, faults.MEMBER_TWICE({ row })));
      else first.set(key, number);
    }
    const known = pairs.filter(({ member, of }) => there.has(`${member.id} ${of.id}`)).map(({ number }) => number);
    return { faults: wrong, known };
  }

  async apply(rows: readonly ReadRow<Columns>[], { work }: ImportContext, progress: Progress): Promise<ImportDone> {
    const { pairs } = await this.pairsOf(rows, work);
    const relations = pairs.map(({ member, of }) => ({
      ...{ id: newId(), kind: 'member_of' as const, institutionId: member.id, ofId: of.id },
    }));
    if (relations.length > 0) await work.manager.insert(InstitutionRelation, relations);
    await progress(relations.length);
    return { created: relations.map(({ id }) => id) };
  }

  override readonly undo = async (created: readonly string[], { work }: ImportContext): Promise<void> => {
    await this.relations.forget(work.manager, created);
  };

  private async pairsOf(
    rows: readonly ReadRow<Columns>[],
    work: ImportContext['work'],
  ): Promise<{ pairs: Pair[]; faults: RowFault[] }> {
    const names = rows.flatMap(({ values }) => [values.of, values.member]);
    const find = await this.finder.over(work.manager, names);
    const wrong: RowFault[] = [];
    const pairs = rows.flatMap(({ number, values }) => {
      const [of, member] = [find(values.of), find(values.member)];
      if ('code' in of) wrong.push(faultAt(number, 'of', values.of, of));
      if ('code' in member) wrong.push(faultAt(number, 'member', values.member, member));
      return 'code' in of || 'code' in member ? [] : [{ number, of, member }];
    });
    return { pairs, faults: wrong };
  }
}
