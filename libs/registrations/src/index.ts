export { Delegation } from './delegations/delegation.entity.js';
export { type DelegationState } from './delegations/delegation.rules.js';
export { Invitation } from './invitations/invitation.entity.js';
export { type InvitationKind, type InvitationState } from './invitations/invitation.rules.js';
export { EventQuota } from './quotas/event-quota.entity.js';
export { Registration } from './registrations/registration.entity.js';
export { type RegistrationState } from './registrations/registration.rules.js';
export { RegistrationsModule } from './registrations.module.js';
