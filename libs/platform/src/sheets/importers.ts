import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { NotFound } from '../access/viewer.js';
import { declaredImports, Importer, type ImportColumns } from './import-kind.js';

/** The importer of each kind, found among the providers by its class. The process does not start when a kind has none or several. */
@Injectable()
export class Importers implements OnApplicationBootstrap {
  private readonly byKind = new Map<string, Importer<ImportColumns>>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const found = this.discovery.getProviders().map(({ instance }): unknown => instance);
    for (const importer of found.filter((one): one is Importer<ImportColumns> => one instanceof Importer)) {
      if (this.byKind.has(importer.kind.kind)) throw new Error(`Two importers of ${importer.kind.kind}`);
      if (!importer.undo && !importer.kind.caution)
        throw new Error(`${importer.kind.kind} cannot be undone: its declaration must say so, as its caution`);
      this.byKind.set(importer.kind.kind, importer);
    }
    const lacking = declaredImports().filter(({ kind }) => !this.byKind.has(kind));
    if (lacking.length > 0) throw new Error(`No importer of: ${lacking.map(({ kind }) => kind).join(', ')}`);
  }

  of(kind: string): Importer<ImportColumns> {
    const importer = this.byKind.get(kind);
    if (!importer) throw new NotFound('import');
    return importer;
  }
}
