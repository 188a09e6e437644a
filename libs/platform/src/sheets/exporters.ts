import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { NotFound } from '../access/viewer.js';
import { declaredExports, Exporter } from './export-kind.js';

/** The exporter of each kind, found among the providers by its class. The process does not start when a kind has none or several. */
@Injectable()
export class Exporters implements OnApplicationBootstrap {
  private readonly byKind = new Map<string, Exporter<unknown>>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const found = this.discovery.getProviders().map(({ instance }): unknown => instance);
    for (const exporter of found.filter((one): one is Exporter<unknown> => one instanceof Exporter)) {
      if (this.byKind.has(exporter.kind.kind)) throw new Error(`Two exporters of ${exporter.kind.kind}`);
      this.byKind.set(exporter.kind.kind, exporter);
    }
    const lacking = declaredExports().filter(({ kind }) => !this.byKind.has(kind));
    if (lacking.length > 0) throw new Error(`No exporter of: ${lacking.map(({ kind }) => kind).join(', ')}`);
  }

  of(kind: string): Exporter<unknown> {
    const exporter = this.byKind.get(kind);
    if (!exporter) throw new NotFound('export');
    return exporter;
  }
}
