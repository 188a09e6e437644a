import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const accountQuery = graphql(`
  query MyAccount {
    myAccount {
      id
      email
      name
      hasPassword
      hasAuthenticator
      recoveryCodesLeft
      requiresSecondFactor
      passkeys {
        id
        name
        isBackedUp
        createdAt
        lastUsedAt
      }
      sessions {
        id
        device
        address
        startedAt
        lastSeenAt
        isCurrent
      }
    }
  }
`);

export const startPasskeyMutation = graphql(`
  mutation StartPasskeyRegistration {
    startPasskeyRegistration {
      challengeId
      options
    }
  }
`);

export const registerPasskeyMutation = graphql(
  `
    mutation RegisterPasskey($reply: PasskeyReplyInput!, $name: String!) {
      registerPasskey(reply: $reply, name: $name) {
        __typename
        ... on Passkey {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const renamePasskeyMutation = graphql(
  `
    mutation RenamePasskey($id: ID!, $name: String!) {
      renamePasskey(id: $id, name: $name) {
        __typename
        ... on Passkey {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const revokePasskeyMutation = graphql(
  `
    mutation RevokePasskey($id: ID!) {
      revokePasskey(id: $id) {
        __typename
        ... on MyAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const startAuthenticatorMutation = graphql(`
  mutation StartAuthenticator {
    startAuthenticator {
      secret
      uri
      qr
    }
  }
`);

export const confirmAuthenticatorMutation = graphql(
  `
    mutation ConfirmAuthenticator($code: String!) {
      confirmAuthenticator(code: $code) {
        __typename
        ... on RecoveryCodes {
          codes
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const removeAuthenticatorMutation = graphql(
  `
    mutation RemoveAuthenticator {
      removeAuthenticator {
        __typename
        ... on MyAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const renewRecoveryCodesMutation = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes {
      codes
    }
  }
`);

export const changePasswordMutation = graphql(
  `
    mutation ChangeMyPassword($current: String!, $password: String!) {
      changeMyPassword(current: $current, password: $password) {
        __typename
        ... on Me {
          accountId
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const endSessionMutation = graphql(`
  mutation EndMySession($id: ID!) {
    endMySession(id: $id) {
      id
    }
  }
`);

export const endOtherSessionsMutation = graphql(`
  mutation EndMyOtherSessions {
    endMyOtherSessions {
      id
    }
  }
`);
