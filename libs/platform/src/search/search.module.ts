import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Finders } from './finders.js';
import { SearchResolver } from './search.resolver.js';

/** One search over everything: each lib offers a `Finder` of its own. */
@Module({ imports: [DiscoveryModule], providers: [Finders, SearchResolver] })
export class SearchModule {}
