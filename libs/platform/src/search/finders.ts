import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Finder, foundKinds, type Found, type FoundKind, type Sought } from './finder.js';

export interface FoundOfKind extends Found {
  readonly kind: FoundKind;
}

/** The finder of each kind, found among the providers by its class. */
@Injectable()
export class Finders implements OnApplicationBootstrap {
  private finders: readonly Finder[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const providers = this.discovery.getProviders().map(({ instance }): unknown => instance);
    this.finders = providers.filter((one): one is Finder => one instanceof Finder);
  }

  /** What every kind finds, in the order of the kinds. */
  async find(sought: Sought): Promise<readonly FoundOfKind[]> {
    const found = await Promise.all(
      this.finders.map(async (finder) =>
        (await finder.find(sought)).map((one): FoundOfKind => ({ ...one, kind: finder.kind })),
      ),
    );
    return found.flat().sort((a, b) => foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind));
  }
}
