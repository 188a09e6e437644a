import { InstitutionsModule } from '#institutions';
import { Module } from '@nestjs/common';
import { PersonRepository } from './persons/person.repository.js';
import { PersonService } from './persons/person.service.js';
import { PositionRepository } from './positions/position.repository.js';
import { PositionService } from './positions/position.service.js';

@Module({
  imports: [InstitutionsModule],
  providers: [PersonRepository, PersonService, PositionRepository, PositionService],
  exports: [PersonRepository, PersonService, PositionRepository, PositionService],
})
export class PeopleModule {}
