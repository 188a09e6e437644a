import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const invitationsQuery = graphql(`
  query Invitations($eventId: ID!, $filter: InvitationFilter, $search: String, $after: String) {
    invitations(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          state
          topic
          sends
          expiresAt
          answeredAt
          person {
            id
            fullName
          }
          delegation {
            id
            quota
            institution {
              name
            }
          }
          message {
            id
            state
            toAddress
          }
        }
      }
    }
  }
`);

export type InvitationRow = ResultOf<typeof invitationsQuery>['invitations']['edges'][number]['node'];

export const inviteFocalPointsMutation = graphql(
  `
    mutation InviteFocalPoints($eventId: ID!, $input: [FocalPointInput!]!) {
      inviteFocalPoints(eventId: $eventId, input: $input) {
        __typename
        invitations {
          id
        }
        refusals {
          ...RefusalParts
        }
      }
    }
  `,
  [refusalParts],
);

export const inviteSpeakersMutation = graphql(
  `
    mutation InviteSpeakers($eventId: ID!, $input: [SpeakerInvitationInput!]!) {
      inviteSpeakers(eventId: $eventId, input: $input) {
        __typename
        invitations {
          id
        }
        refusals {
          ...RefusalParts
        }
      }
    }
  `,
  [refusalParts],
);

export const resendInvitationMutation = graphql(
  `
    mutation ResendInvitation($id: ID!) {
      resendInvitation(id: $id) {
        __typename
        ... on Invitation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const revokeInvitationMutation = graphql(
  `
    mutation RevokeInvitation($id: ID!) {
      revokeInvitation(id: $id) {
        __typename
        ... on Invitation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
