import { Module } from '@nestjs/common';
import { InstitutionRepository } from './institutions/institution.repository.js';
import { InstitutionService } from './institutions/institution.service.js';

@Module({
  providers: [InstitutionRepository, InstitutionService],
  exports: [InstitutionRepository, InstitutionService],
})
export class InstitutionsModule {}
