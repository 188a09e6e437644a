import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const apiKeysQuery = graphql(`
  query ApiKeys {
    apiKeys {
      id
      organizationId
      eventId
      name
      operations
      createdAt
      expiresAt
      isEnded
      revokedAt
      lastUsedAt
    }
  }
`);

export type ApiKeyRow = ResultOf<typeof apiKeysQuery>['apiKeys'][number];

/** What a key can open: organisations that the viewer owns, and their events. */
export const keyPlacesQuery = graphql(`
  query KeyPlaces {
    organizations {
      id
      name
      mayChange
    }
    rolePlaces {
      organizationId
      organizationName
      eventId
      eventName
    }
  }
`);

export const createApiKeyMutation = graphql(
  `
    mutation CreateApiKey($input: ApiKeyInput!) {
      createApiKey(input: $input) {
        __typename
        ... on MadeApiKey {
          token
          key {
            id
            name
            expiresAt
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const revokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      __typename
      id
      name
      revokedAt
    }
  }
`);
