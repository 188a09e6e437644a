import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const privacyRequestsQuery = graphql(`
  query PrivacyRequests($state: PrivacyRequestState, $after: String) {
    privacyRequests(state: $state, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          words
          state
          answer
          requestedAt
          dueOn
          answeredAt
          person {
            id
            fullName
          }
        }
      }
    }
  }
`);

export type PrivacyRequestRow = ResultOf<typeof privacyRequestsQuery>['privacyRequests']['edges'][number]['node'];

export const answerPrivacyRequestMutation = graphql(
  `
    mutation AnswerPrivacyRequest($id: ID!, $input: PrivacyAnswerInput!) {
      answerPrivacyRequest(id: $id, input: $input) {
        __typename
        ... on PrivacyRequest {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const retentionPreviewQuery = graphql(`
  query RetentionPreview {
    retentionPreview {
      people
      mails
    }
  }
`);

export const retentionPlacesQuery = graphql(`
  query RetentionPlaces {
    organizations {
      id
      name
      mayChange
    }
    events(first: 100) {
      edges {
        node {
          id
          shownName
        }
      }
    }
  }
`);

export const eventRetentionPreviewQuery = graphql(
  `
    query EventRetentionPreview($eventId: ID!, $purpose: RetentionPurpose!, $days: Int) {
      preview: eventRetentionPreview(eventId: $eventId, purpose: $purpose, days: $days) {
        __typename
        ... on RetentionRulePreview {
          keptDays
          erases
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const organizationRetentionPreviewQuery = graphql(
  `
    query OrganizationRetentionPreview($organizationId: ID!, $purpose: RetentionPurpose!, $days: Int) {
      preview: organizationRetentionPreview(organizationId: $organizationId, purpose: $purpose, days: $days) {
        __typename
        ... on RetentionRulePreview {
          keptDays
          erases
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const setEventRetentionMutation = graphql(
  `
    mutation SetEventRetention($eventId: ID!, $purpose: RetentionPurpose!, $days: Int!) {
      set: setEventRetention(eventId: $eventId, purpose: $purpose, days: $days) {
        __typename
        ... on EventRetention {
          days
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const setOrganizationRetentionMutation = graphql(
  `
    mutation SetOrganizationRetention($organizationId: ID!, $purpose: RetentionPurpose!, $days: Int!) {
      set: setOrganizationRetention(organizationId: $organizationId, purpose: $purpose, days: $days) {
        __typename
        ... on OrganizationRetention {
          days
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const anonymisePersonMutation = graphql(`
  mutation AnonymisePerson($id: ID!) {
    anonymisePerson(id: $id) {
      __typename
      id
    }
  }
`);
