import type { Words } from '#kernel';
import { AuditTrail, NotAllowed, UnitOfWork, type PersonViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ownTables } from './own-data.tables.js';

type OwnValue = string | number | boolean | Date | null;

/** What is kept in one place, with the rows as they stand. */
export interface OwnSection {
  readonly name: string;
  readonly title: Words;
  readonly rows: readonly Readonly<Record<string, OwnValue>>[];
}

/** A copy for whoever it is about, in plain data. */
export interface OwnCopy {
  readonly madeAt: string;
  readonly sections: Readonly<Record<string, OwnSection['rows']>>;
}

/** An assistant acts for a person, and still does not see or take away what is kept about them. */
export function requireAlone(viewer: Viewer): PersonViewer {
  if (viewer.kind !== 'person' || viewer.assistant) throw new NotAllowed();
  return viewer;
}

@Injectable()
export class OwnDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** All that is kept about the viewer, where there is anything. */
  async of(viewer: Viewer): Promise<OwnSection[]> {
    const { personId } = requireAlone(viewer);
    const sections: OwnSection[] = [];
    for (const { table, title, question } of ownTables) {
      const rows = await this.dataSource.query<OwnSection['rows']>(question, [personId]);
      if (rows.length > 0) sections.push({ name: table, title, rows });
    }
    return sections;
  }

  /** The same to take away. */
  async copy(viewer: Viewer): Promise<OwnCopy> {
    const { personId } = requireAlone(viewer);
    const sections = await this.of(viewer);
    const madeAt = await this.unitOfWork.run(async (work) => {
      const subject = { subject: 'Person', subjectId: personId };
      await this.audit.record(work, { viewer, action: 'person.dataCopied', ...subject });
      return work.now.toISOString();
    });
    return { madeAt, sections: Object.fromEntries(sections.map(({ name, rows }) => [name, rows])) };
  }
}
