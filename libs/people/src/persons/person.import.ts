import { InstitutionsByName } from '#institutions';
import { dayOf, groupedBy, isRefusal, tidyLine, type Refusal } from '#kernel';
import {
  declareFaults,
  faultAt,
  faultOfRefusal,
  Importer,
  InUse,
  NotAllowed,
  organizationsWhere,
  type ImportContext,
  type ImportDone,
  type ImportPlan,
  type ImportScope,
  type Progress,
  type ReadRow,
  type RowFault,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { positionFault } from '../positions/position.rules.js';
import { personImport, type PersonColumns } from './person.columns.js';
import { PersonBulk, type PersonLine } from './person.bulk.js';
import { personFault, tidiedPerson } from './person.rules.js';
import { PersonService } from './person.service.js';

const faults = declareFaults({
  POSITION_WITHOUT_INSTITUTION: {
    wrong: { es: 'Hay un cargo sin institución.', en: 'There is a position without an institution.' },
    mend: {
      es: 'Escriba la institución, o borre el cargo y sus fechas.',
      en: 'Write the institution, or remove the position and its dates.',
    },
  },
  INSTITUTION_WITHOUT_POSITION: {
    wrong: { es: 'Falta el cargo en esa institución.', en: 'The position at that institution is missing.' },
    mend: { es: 'Escriba el cargo, o borre la institución.', en: 'Write the position, or remove the institution.' },
  },
  PERSON_TWICE: {
    wrong: {
      es: 'La misma persona con el mismo cargo está también en la fila {row}.',
      en: 'The same person in the same position is also in row {row}.',
    },
    mend: { es: 'Deje una sola de las dos filas.', en: 'Keep only one of the two rows.' },
  },
});

/** Days are written without a zone; what starts today starts so in Peru. */
const zone = 'America/Lima';

/** Imports people and their positions. Who is there already by document, or by name and address, only gets the positions they lack. */
@Injectable()
export class PersonImporter extends Importer<PersonColumns> {
  readonly kind = personImport;

  constructor(
    private readonly service: PersonService,
    private readonly institutions: InstitutionsByName,
    private readonly bulk: PersonBulk,
  ) {
    super();
  }

  requireMayImport(viewer: Viewer, { organizationId }: ImportScope): void {
    const among = organizationsWhere(viewer, 'people.change');
    if (among && (among.length === 0 || (organizationId && !among.includes(organizationId)))) throw new NotAllowed();
  }

  override async settle(viewer: Viewer, scope: ImportScope): Promise<ImportScope | Refusal> {
    const organizationId = await this.service.organizationOf(viewer, scope);
    return isRefusal(organizationId) ? organizationId : { eventId: null, organizationId };
  }

  async plan(rows: readonly ReadRow<PersonColumns>[], context: ImportContext): Promise<ImportPlan> {
    const { lines, faults: wrong } = await this.linesOf(rows, context);
    const keyed = await this.bulk.keyed(context.work, lines);
    const repeated = [...groupedBy(keyed, ({ lineKey }) => lineKey).values()].flatMap(([first, ...others]) =>
      others.map(({ line }) =>
        faultAt(line.number, 'familyNames', line.person.familyNames, faults.PERSON_TWICE({ row: first.line.number })),
      ),
    );
    const there = await this.bulk.there(context.work, organizationIn(context), keyed);
    const known = keyed.filter((one) => there.isKnown(one)).map(({ line }) => line.number);
    return { faults: [...wrong, ...repeated], known };
  }

  async apply(
    rows: readonly ReadRow<PersonColumns>[],
    context: ImportContext,
    progress: Progress,
  ): Promise<ImportDone> {
    const { lines } = await this.linesOf(rows, context);
    const keyed = await this.bulk.keyed(context.work, lines);
    return { created: await this.bulk.add(context.work, organizationIn(context), keyed, progress) };
  }

  override readonly undo = async (created: readonly string[], { work }: ImportContext): Promise<void> => {
    if (!(await this.bulk.forget(work, created))) throw new InUse();
  };

  private async linesOf(rows: readonly ReadRow<PersonColumns>[], { work }: ImportContext) {
    const names = rows.flatMap(({ values }) => values.institution ?? []);
    const find = await this.institutions.over(work.manager, names);
    const today = dayOf(work.now, zone);
    const lines: PersonLine[] = [];
    const wrong: RowFault[] = [];
    for (const row of rows) {
      const person = personOf(row);
      const position = positionOf(row, find, today);
      if ('code' in person) wrong.push(person);
      if (position && 'code' in position) wrong.push(position);
      if ('code' in person || (position && 'code' in position)) continue;
      lines.push({ number: row.number, person, position });
    }
    return { lines, faults: wrong };
  }
}

function personOf({ number, values }: ReadRow<PersonColumns>): PersonLine['person'] | RowFault {
  const person = tidiedPerson({ ...values, language: values.language ?? undefined });
  const fault = personFault(person);
  if (!isRefusal(fault)) return person;
  return faultAt(number, fault.field ?? null, values.documentNumber ?? '', faultOfRefusal(fault));
}

function positionOf(
  { number, values }: ReadRow<PersonColumns>,
  find: Awaited<ReturnType<InstitutionsByName['over']>>,
  today: string,
): PersonLine['position'] | RowFault {
  const { institution, title, endsOn } = values;
  if (!institution) {
    return title ? faultAt(number, 'institution', '', faults.POSITION_WITHOUT_INSTITUTION()) : null;
  }
  if (!title) return faultAt(number, 'title', '', faults.INSTITUTION_WITHOUT_POSITION());
  const found = find(institution);
  if ('code' in found) return faultAt(number, 'institution', institution, found);
  const position = { institutionId: found.id, title: tidyLine(title), startsOn: values.startsOn ?? today, endsOn };
  const unfit = positionFault({ personId: '', ...position });
  if (!isRefusal(unfit)) return position;
  return faultAt(number, unfit.field ?? null, endsOn ?? title, faultOfRefusal(unfit));
}

function organizationIn({ scope }: ImportContext): string {
  if (!scope.organizationId) throw new Error('People are imported into an organisation');
  return scope.organizationId;
}
