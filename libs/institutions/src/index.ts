export { Institution } from './institutions/institution.entity.js';
export { InstitutionRepository } from './institutions/institution.repository.js';
export type { InstitutionDraft, InstitutionKind } from './institutions/institution.rules.js';
export { InstitutionService } from './institutions/institution.service.js';
export { institutionType, InstitutionType } from './institutions/institution.types.js';
export { InstitutionsModule } from './institutions.module.js';
export { loadTerritories } from './territories/load-territories.js';
