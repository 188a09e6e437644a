export { AssistantGrant } from './assistants/assistant-grant.entity.js';
export { AssistantGrantRepository } from './assistants/assistant-grant.repository.js';
export { AssistantService } from './assistants/assistant.service.js';
export { OneTimeCodeRepository } from './codes/one-time-code.repository.js';
export { OneTimeCodeService } from './codes/one-time-code.service.js';
export { GuestsModule } from './guests.module.js';
export { LostLinkService } from './lost-links/lost-link.service.js';
export {
  OwnRowsRepository,
  type OwnDoor,
  type OwnRegistration,
  type OwnSession,
} from './own-rows/own-rows.repository.js';
export type { GuestPasskey } from './passkeys/guest-passkey.entity.js';
export { GuestPasskeySignIn } from './passkeys/guest-passkey-sign-in.service.js';
export { GuestPasskeyService } from './passkeys/guest-passkey.service.js';
export type { Acquaintance } from './sessions/acquaintance.repository.js';
export { GuestSessionService, personViewer, type Guest } from './sessions/guest-session.service.js';
export { LinkDoor } from './sessions/link-door.js';
