import { isId, isRefusal, oneLine, wordsOf, type Refusal } from '#kernel';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { PageViewer } from '../access/page-guard.js';
import { Allow } from '../access/rule.js';
import { NotFound, type Viewer } from '../access/viewer.js';
import { ExportService, type FileFormat } from './export.service.js';
import type { ExportQuery } from './export-kind.js';
import { ImportService } from './import.service.js';
import { Importers } from './importers.js';
import { bytesOf } from './received-file.js';
import { SheetErrors } from './sheet-errors.filter.js';
import { largestFile, sheetRefusals } from './sheet-limits.js';
import { csvTemplate, workbookTemplate } from './template.js';
import { workbookType } from './workbook.js';

/** Files in and out: `POST /imports/persons`, `GET /imports/persons/template.xlsx`, `GET /exports/persons.csv`. */
@Allow('staff')
@UseFilters(SheetErrors)
@Controller()
export class SheetsController {
  constructor(
    private readonly imports: ImportService,
    private readonly importers: Importers,
    private readonly exports: ExportService,
  ) {}

  /** The file is the body. Answers 201 with the id of the import, which GraphQL then shows; 422 with why it could not be read. */
  @Post('imports/:kind')
  async upload(
    @PageViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Query() query: ExportQuery,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = { eventId: idIn(query, 'event'), organizationId: idIn(query, 'organization') };
    await this.imports.requireMayImport(viewer, kind, scope);
    const announced = Number(request.headers['content-length'] ?? 0);
    const bytes = announced > largestFile || !isStream(body) ? null : await bytesOf(body, largestFile);
    const fileName = oneLine(query['name'] ?? '').slice(0, 200) || kind;
    const answer = bytes ? await this.imports.upload(viewer, { kind, scope, fileName, bytes }) : tooLarge();
    if (!bytes) reply.header('Connection', 'close');
    if (isRefusal(answer)) return void reply.status(422).send(shownRefusal(answer, viewer));
    await reply.status(201).header('Cache-Control', 'no-store').send({ id: answer.id });
  }

  @Get('imports/:kind/:file')
  async template(
    @PageViewer() viewer: Viewer,
    @Param('kind') name: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { kind } = this.importers.of(name);
    const format = formatOf(file, 'template');
    const { language } = viewer;
    const content = format === 'csv' ? csvTemplate(kind, language) : await workbookTemplate(kind, language);
    await asFile(reply, `${name}-${{ es: 'plantilla', en: 'template' }[language]}`, format).send(content);
  }

  @Get('exports/:file')
  async export(
    @PageViewer() viewer: Viewer,
    @Param('file') file: string,
    @Query() query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = file.replace(/\.\w+$/, '');
    const format = formatOf(file, kind);
    const content = await this.exports.take(viewer, { kind, format, query: plain(query) });
    await asFile(reply, kind, format).send(content);
  }
}

const isStream = (body: unknown): boolean => body instanceof Readable;

function tooLarge(): Refusal {
  return sheetRefusals.SHEET_TOO_LARGE({ megabytes: largestFile / 1_000_000 });
}

function shownRefusal(refusal: Refusal, { language }: Viewer) {
  return { code: refusal.code, message: wordsOf(refusal, language) };
}

function idIn(query: ExportQuery, name: string): string | null {
  const id = plain(query)[name];
  if (!id) return null;
  if (!isId(id)) throw new NotFound(name);
  return id;
}

/** A filter that is given twice counts as not given. */
function plain(query: Readonly<Record<string, unknown>>): ExportQuery {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function formatOf(file: string, name: string): FileFormat {
  if (file === `${name}.csv`) return 'csv';
  if (file === `${name}.xlsx`) return 'xlsx';
  throw new NotFound('file');
}

function asFile(reply: FastifyReply, name: string, format: FileFormat): FastifyReply {
  return reply
    .header('Cache-Control', 'no-store')
    .header('Content-Disposition', `attachment; filename="${name}.${format}"`)
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : workbookType);
}
