import { graphql } from '../app/graphql.js';
import { refusalParts } from '../app/refusal.queries.js';

export const proofWaysQuery = graphql(`
  query ProofWays {
    myAccount {
      id
      hasPassword
      hasAuthenticator
      passkeys {
        id
      }
    }
  }
`);

export const startProofMutation = graphql(`
  mutation StartPasskeyProof {
    startPasskeyProof {
      challengeId
      options
    }
  }
`);

export const passkeyProofMutation = graphql(
  `
    mutation ProveWithPasskey($reply: PasskeyReplyInput!) {
      proveWithPasskey(reply: $reply) {
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

export const codeProofMutation = graphql(
  `
    mutation ProveWithCode($code: String!) {
      proveWithCode(code: $code) {
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

export const passwordProofMutation = graphql(
  `
    mutation ProveWithPassword($password: String!) {
      proveWithPassword(password: $password) {
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
