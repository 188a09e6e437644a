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
