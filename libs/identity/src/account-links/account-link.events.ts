import { declareEvent } from '#platform';

/** A link was made for the owner of an account, who does not have it yet. */
export const AccountLinkIssued = declareEvent<{ linkId: string }>('AccountLinkIssued');

/** Somebody wants to recover the password of an address, which may have no account. */
export const RecoveryRequested = declareEvent<{ requestId: string }>('RecoveryRequested');

/** An account has a new password. */
export const AccountPasswordChanged = declareEvent<{ accountId: string; changeId: string }>('AccountPasswordChanged');
