import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ExportService } from './export.service.js';
import { Exporters } from './exporters.js';
import { ImportExpiry } from './import-expiry.js';
import { ImportRepository } from './import.repository.js';
import { ImportResolver } from './import.resolver.js';
import { ImportService } from './import.service.js';
import { Importers } from './importers.js';
import { SheetReader } from './sheet-reader.js';
import { SheetsController } from './sheets.controller.js';

/** Files in and out: `declareImport` and `declareExport` of any lib become routes, a preview and templates. */
@Module({
  imports: [DiscoveryModule],
  controllers: [SheetsController],
  providers: [
    Exporters,
    ExportService,
    ImportExpiry,
    Importers,
    ImportRepository,
    ImportResolver,
    ImportService,
    SheetReader,
  ],
})
export class SheetsModule {}
