export {
  documentFault,
  documentNames,
  documentOf,
  documentTypes,
  documentWarning,
  isDocumentType,
  maskedDocument,
  tidiedDocument,
  type DocumentType,
} from './documents/document.rules.js';
export { Consent } from './consents/consent.entity.js';
export { ConsentRepository } from './consents/consent.repository.js';
export { ConsentService } from './consents/consent.service.js';
export {
  consentPurposes,
  consentPurposeTerms,
  currentText,
  isConsentPurpose,
  type ConsentPurpose,
} from './consents/consent.texts.rules.js';
export { PeopleModule } from './people.module.js';
export { Person } from './persons/person.entity.js';
export { PersonRepository } from './persons/person.repository.js';
export { personName, type PersonDraft } from './persons/person.rules.js';
export { PersonService } from './persons/person.service.js';
export { documentTypeEnum, personNameType, PersonNameType, personType, PersonType } from './persons/person.types.js';
export { Position } from './positions/position.entity.js';
export { PositionRepository } from './positions/position.repository.js';
export type { PositionDraft } from './positions/position.rules.js';
export { PositionService } from './positions/position.service.js';
export { positionType, PositionType } from './positions/position.types.js';
