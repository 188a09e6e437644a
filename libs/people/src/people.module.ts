import { InstitutionsModule } from '#institutions';
import { Module } from '@nestjs/common';
import { PersonBulk } from './persons/person.bulk.js';
import { PersonExporter } from './persons/person.export.js';
import { PersonFinder } from './persons/person.finder.js';
import { PersonImporter } from './persons/person.import.js';
import { ConsentRepository } from './consents/consent.repository.js';
import { ConsentService } from './consents/consent.service.js';
import { PersonRepository } from './persons/person.repository.js';
import { PersonResolver } from './persons/person.resolver.js';
import { PersonService } from './persons/person.service.js';
import { PositionRepository } from './positions/position.repository.js';
import { PositionResolver } from './positions/position.resolver.js';
import { PositionService } from './positions/position.service.js';

@Module({
  imports: [InstitutionsModule],
  providers: [
    ConsentRepository,
    ConsentService,
    PersonBulk,
    PersonExporter,
    PersonFinder,
    PersonImporter,
    PersonRepository,
    PersonResolver,
    PersonService,
    PositionRepository,
    PositionResolver,
    PositionService,
  ],
  exports: [ConsentRepository, ConsentService, PersonRepository, PersonService, PositionRepository, PositionService],
})
export class PeopleModule {}
