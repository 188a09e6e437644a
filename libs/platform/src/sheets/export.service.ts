import { newId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { requireRecentProof } from '../access/recent-proof.js';
import type { Viewer } from '../access/viewer.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { byteOrderMark, csvLine } from './csv.js';
import type { Exporter, ExportQuery } from './export-kind.js';
import { Exporters } from './exporters.js';
import { workbook } from './workbook.js';

export type FileFormat = 'csv' | 'xlsx';

export interface Export {
  readonly kind: string;
  readonly format: FileFormat;
  readonly query: ExportQuery;
}

@Injectable()
export class ExportService {
  constructor(
    private readonly exporters: Exporters,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** The file: a CSV is written while its rows come, a workbook as a whole. Whoever takes persons' data away is written down first. */
  async take(viewer: Viewer, { kind, format, query }: Export): Promise<Readable | Buffer> {
    const exporter = this.exporters.of(kind);
    await exporter.requireMayExport(viewer, query);
    if (exporter.kind.isPersonal) requireRecentProof(viewer);
    await this.note(viewer, { kind, format, query });
    return format === 'csv' ? Readable.from(csvOf(exporter, viewer, query)) : workbookOf(exporter, viewer, query);
  }

  /** Only the names of the filters: what somebody searched for may be a person's name. */
  private note(viewer: Viewer, { kind, format, query }: Export): Promise<void> {
    const filters = Object.keys(query).filter((name) => query[name]);
    const after = { kind, format, filters };
    return this.unitOfWork.run((work) =>
      this.audit.record(work, { viewer, action: 'export', subject: 'Export', subjectId: newId(), after }),
    );
  }
}

async function* csvOf(exporter: Exporter<unknown>, viewer: Viewer, query: ExportQuery): AsyncIterable<string> {
  const { columns } = exporter.kind;
  yield byteOrderMark + csvLine(columns.map(({ label }) => label[viewer.language]));
  for await (const rows of exporter.rows(viewer, query)) {
    yield rows.map((row) => csvLine(columns.map((column) => column.text(row, viewer)))).join('');
  }
}

async function workbookOf(exporter: Exporter<unknown>, viewer: Viewer, query: ExportQuery): Promise<Buffer> {
  const { columns, title } = exporter.kind;
  const rows: string[][] = [];
  for await (const batch of exporter.rows(viewer, query)) {
    rows.push(...batch.map((row) => columns.map((column) => column.text(row, viewer))));
  }
  const headings = columns.map(({ label }) => label[viewer.language]);
  const sheet = { name: title[viewer.language].slice(0, 31), headings, rows, widths: headings.map(() => 24) };
  return workbook([sheet]);
}
