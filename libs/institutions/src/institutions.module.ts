import { Module } from '@nestjs/common';
import { InstitutionExporter } from './institutions/institution.export.js';
import { InstitutionFinder } from './institutions/institution.finder.js';
import { InstitutionImporter } from './institutions/institution.import.js';
import { InstitutionsByName } from './institutions/institutions-by-name.js';
import { InstitutionRepository } from './institutions/institution.repository.js';
import { InstitutionResolver } from './institutions/institution.resolver.js';
import { InstitutionService } from './institutions/institution.service.js';
import { InstitutionRelationRepository } from './relations/institution-relation.repository.js';
import { InstitutionRelationResolver } from './relations/institution-relation.resolver.js';
import { InstitutionRelationService } from './relations/institution-relation.service.js';
import { MembershipExporter } from './relations/membership.export.js';
import { MembershipImporter } from './relations/membership.import.js';
import { RelatedInstitutionsResolver } from './relations/related-institutions.resolver.js';
import { TerritoryRepository } from './territories/territory.repository.js';
import { TerritoryResolver } from './territories/territory.resolver.js';

@Module({
  providers: [
    InstitutionExporter,
    InstitutionFinder,
    InstitutionImporter,
    InstitutionRelationRepository,
    InstitutionRelationResolver,
    InstitutionRelationService,
    InstitutionRepository,
    InstitutionResolver,
    InstitutionService,
    InstitutionsByName,
    MembershipExporter,
    MembershipImporter,
    RelatedInstitutionsResolver,
    TerritoryRepository,
    TerritoryResolver,
  ],
  exports: [InstitutionRelationService, InstitutionRepository, InstitutionsByName, InstitutionService],
})
export class InstitutionsModule {}
