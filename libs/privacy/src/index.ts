export { AnonymisationService } from './anonymisation/anonymisation.service.js';
export { OwnDataService, type OwnSection } from './own-data/own-data.service.js';
export { columnWords, ownTables } from './own-data/own-data.tables.js';
export { PrivacyModule } from './privacy.module.js';
export {
  privacyRequestKinds,
  privacyRequestKindTerms,
  privacyRequestStateTerms,
  type PrivacyRequestState,
} from './requests/privacy-request.rules.js';
export { PrivacyRequestService } from './requests/privacy-request.service.js';
export { RetentionService } from './retention/retention.service.js';
