import { declareRefusals, isRefusal, newId, type Refusal } from '#kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { requireMay } from '../access/policy.js';
import { NotAllowed, NotFound, type StaffViewer, type Viewer } from '../access/viewer.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { nothingChanged } from '../audit/deed-watch.js';
import { UnitOfWork, type Work } from '../database/unit-of-work.js';
import { violatedConstraint } from '../database/violations.js';
import { ImportBatch } from './import-batch.entity.js';
import { InUse, type ImportColumns, type ImportContext, type Importer, type ImportScope } from './import-kind.js';
import { ImportRepository } from './import.repository.js';
import { Importers } from './importers.js';
import { judgeRows, type Judgement } from './judge-rows.js';
import { arranged, isExample, matchHeadings, type HeadingMatch } from './read-rows.js';
import { sheetRefusals } from './sheet-limits.js';
import { SheetReader, type SheetRow } from './sheet-reader.js';

export const importRefusals = declareRefusals({
  IMPORT_HAS_FAULTS: {
    es: 'El archivo todavía tiene {rows} filas con errores. Corríjalas y suba el archivo de nuevo: no se importó nada.',
    en: 'The file still has {rows} rows with faults. Mend them and upload the file again: nothing was imported.',
  },
  IMPORT_CHANGED: {
    es: 'Desde que se revisó el archivo cambiaron datos y ahora {rows} filas tienen errores. Revíselas: no se importó nada.',
    en: 'Since the file was read data has changed and now {rows} rows have faults. Look at them: nothing was imported.',
  },
  IMPORT_EXPIRED: {
    es: 'La revisión de este archivo caducó. Súbalo de nuevo.',
    en: 'The preview of this file has expired. Upload it again.',
  },
  IMPORT_UNDONE: {
    es: 'Esta importación ya se deshizo. Suba el archivo de nuevo si quiere repetirla.',
    en: 'This import was undone. Upload the file again to repeat it.',
  },
  IMPORT_NOT_APPLIED: {
    es: 'Esta importación no se aplicó: no hay nada que deshacer.',
    en: 'This import was not applied: there is nothing to undo.',
  },
  IMPORT_IN_USE: {
    es: 'Lo importado ya se usa en otras partes y no se puede deshacer de una vez. Corrija o archive fila por fila.',
    en: 'What was imported is in use elsewhere and cannot be undone at once. Mend or archive it row by row.',
  },
});

/** For how long a file's preview is kept; its rows hold personal data. */
const shelfLife = 24 * 3_600_000;

export interface Upload {
  readonly kind: string;
  readonly scope: ImportScope;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The rows of a file, their cells in the order of the kind's columns. */
interface Arranged {
  readonly match: HeadingMatch;
  readonly rows: readonly SheetRow[];
}

/** Imports files: first what is in them is read and shown with every fault, then all of it is made or nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly importers: Importers,
    private readonly repository: ImportRepository,
    private readonly reader: SheetReader,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws unless the viewer may import this there: before the bytes of a file are taken. */
  async requireMayImport(viewer: Viewer, kind: string, scope: ImportScope): Promise<StaffViewer> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    // Also where the kind needs no place: a file is kept for the place that was named.
    if (scope.eventId) requireMay(viewer, 'event.read', scope.eventId);
    if (scope.organizationId) requireMay(viewer, 'organization.read', { organizationId: scope.organizationId });
    await this.importers.of(kind).requireMayImport(viewer, scope);
    return viewer;
  }

  async upload(viewer: Viewer, upload: Upload): Promise<ImportBatch | Refusal> {
    const staff = await this.requireMayImport(viewer, upload.kind, upload.scope);
    const scope = await this.importers.of(upload.kind).settle(viewer, upload.scope);
    if (isRefusal(scope)) return scope;
    const sheet = await this.reader.read(upload.bytes);
    if (isRefusal(sheet)) return sheet;
    const { kind } = this.importers.of(upload.kind);
    const match = matchHeadings(kind, sheet.headings);
    const rows = sheet.rows
      .map((row) => ({ number: row.number, cells: arranged(kind, match, row) }))
      .filter(({ cells }) => !isExample(kind, cells));
    if (rows.length === 0) return sheetRefusals.SHEET_EMPTY();
    return this.unitOfWork.run(async (work) => {
      const batch = await this.preview({ viewer: staff, scope, work }, upload, { match, rows });
      await this.note(work, viewer, 'uploadImport', batch);
      return batch;
    });
  }

  /** Makes every row, or none. Applying what is applied changes nothing. */
  async apply(viewer: Viewer, id: string): Promise<ImportBatch | Refusal> {
    try {
      return await this.unitOfWork.run((work) => this.applyIn(work, viewer, id));
    } catch (error) {
      // Somebody made one of these rows between our look and our write.
      if (violatedConstraint(error) === null) throw error;
      return this.unitOfWork.run(async (work) => {
        const { batch, context, importer } = await this.opened(work, viewer, id);
        await this.judgeAgain(importer, batch, context);
        return importRefusals.IMPORT_CHANGED({ rows: batch.faultyCount });
      });
    }
  }

  /** Takes back what applying made, if nothing leans on it yet. */
  async undo(viewer: Viewer, id: string): Promise<ImportBatch | Refusal> {
    try {
      return await this.unitOfWork.run(async (work) => {
        const { batch, context, importer } = await this.opened(work, viewer, id);
        if (batch.state === 'undone') return unchanged(batch);
        if (batch.state !== 'applied') return importRefusals.IMPORT_NOT_APPLIED();
        if (!importer.undo) return importRefusals.IMPORT_IN_USE();
        await importer.undo(batch.created, context);
        await work.manager.save(ImportBatch, Object.assign(batch, { state: 'undone' as const, created: [] }));
        await this.note(work, viewer, 'undoImport', batch);
        return batch;
      });
    } catch (error) {
      if (violatedConstraint(error) === null && !(error instanceof InUse)) throw error;
      return importRefusals.IMPORT_IN_USE();
    }
  }

  private async applyIn(work: Work, viewer: Viewer, id: string): Promise<ImportBatch | Refusal> {
    const { batch, context, importer } = await this.opened(work, viewer, id);
    if (batch.state === 'applied') return unchanged(batch);
    if (batch.state === 'undone') return importRefusals.IMPORT_UNDONE();
    if (batch.expiresAt <= work.now) return importRefusals.IMPORT_EXPIRED();
    if (batch.faultyCount > 0) return importRefusals.IMPORT_HAS_FAULTS({ rows: batch.faultyCount });
    await this.oneAtATime(work, batch.kind);
    const { fresh } = await this.judgeAgain(importer, batch, context);
    if (batch.faultyCount > 0) return importRefusals.IMPORT_CHANGED({ rows: batch.faultyCount });
    const done = await importer.apply(fresh, context, (rows) => this.repository.noteProgress(id, rows));
    const applied = { state: 'applied' as const, appliedAt: work.now, created: [...done.created] };
    await work.manager.save(ImportBatch, Object.assign(batch, applied));
    await this.repository.forgetRows(work.manager, id);
    await this.note(work, viewer, 'applyImport', batch);
    return batch;
  }

  private async opened(work: Work, viewer: Viewer, id: string) {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const batch = await this.repository.forChange(work.manager, viewer.accountId, id);
    if (!batch) throw new NotFound('import');
    const scope = { eventId: batch.eventId, organizationId: batch.organizationId };
    const importer = this.importers.of(batch.kind);
    await importer.requireMayImport(viewer, scope);
    return { batch, importer, context: { viewer, scope, work } };
  }

  /** What is already there can only be known while nobody else imports the same kind. */
  private async oneAtATime(work: Work, kind: string): Promise<void> {
    await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${kind}`]);
  }

  private async preview(context: ImportContext, upload: Upload, { match, rows }: Arranged): Promise<ImportBatch> {
    const { work, viewer } = context;
    const batch = work.manager.create(ImportBatch, {
      id: newId(),
      kind: upload.kind,
      state: 'read',
      accountId: (viewer as StaffViewer).accountId,
      ...context.scope,
      fileName: upload.fileName,
      fileHash: createHash('sha256').update(upload.bytes).digest('hex'),
      rowCount: rows.length,
      faultyCount: match.faults.length,
      knownCount: 0,
      ignored: [...match.ignored],
      headingFaults: [...match.faults],
      createdAt: work.now,
      expiresAt: new Date(work.now.getTime() + shelfLife),
      created: [],
    });
    await work.manager.insert(ImportBatch, batch);
    await this.repository.noteProgress(batch.id, 0, work.manager);
    const judgement = match.faults.length > 0 ? null : await judgeRows(this.importers.of(upload.kind), rows, context);
    await this.keep(work, batch, rows, judgement);
    return batch;
  }

  private async judgeAgain(
    importer: Importer<ImportColumns>,
    batch: ImportBatch,
    context: ImportContext,
  ): Promise<Judgement> {
    const rows = await this.repository.allRows(context.work.manager, batch.id);
    const judgement = await judgeRows(importer, rows, context);
    await this.keep(context.work, batch, rows, judgement);
    return judgement;
  }

  private async keep(
    work: Work,
    batch: ImportBatch,
    rows: readonly SheetRow[],
    judgement: Judgement | null,
  ): Promise<void> {
    const kept = rows.map(({ number, cells }) => ({
      batchId: batch.id,
      number,
      cells: [...cells],
      faults: [...(judgement?.faults.get(number) ?? [])],
      isKnown: judgement?.known.has(number) ?? false,
    }));
    await this.repository.keepRows(work.manager, kept);
    if (!judgement) return;
    const counts = { faultyCount: judgement.faults.size, knownCount: judgement.known.size };
    await work.manager.save(ImportBatch, Object.assign(batch, counts));
  }

  private note(work: Work, viewer: Viewer, action: string, batch: ImportBatch): Promise<void> {
    const { kind, rowCount, faultyCount, knownCount, fileHash, created } = batch;
    return this.audit.record(work, {
      viewer,
      action,
      subject: 'Import',
      subjectId: batch.id,
      eventId: batch.eventId ?? undefined,
      organizationId: batch.organizationId ?? undefined,
      after: { kind, fileHash, rows: rowCount, faulty: faultyCount, known: knownCount, created: created.length },
    });
  }
}

function unchanged(batch: ImportBatch): ImportBatch {
  nothingChanged();
  return batch;
}
