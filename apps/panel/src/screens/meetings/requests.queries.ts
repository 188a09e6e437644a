import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const requestsQuery = graphql(`
  query MeetingRequests($eventId: ID!, $filter: MeetingRequestFilter, $search: String, $after: String) {
    meetingRequests(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          topic
          message
          reason
          preferredStartsAt
          proposedStartsAt
          expiresAt
          from {
            id
            name
          }
          to {
            id
            name
          }
          proposedBy {
            name
          }
          meeting {
            startsAt
          }
        }
      }
    }
  }
`);

export const sendRequestMutation = graphql(
  `
    mutation SendMeetingRequest($input: MeetingRequestInput!) {
      sendMeetingRequest(input: $input) {
        __typename
        ... on MeetingRequest {
          id
          to {
            name
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const acceptRequestMutation = graphql(
  `
    mutation AcceptMeetingRequest($requestId: ID!, $startsAt: String) {
      acceptMeetingRequest(requestId: $requestId, startsAt: $startsAt) {
        __typename
        ... on MeetingRequest {
          id
          meeting {
            startsAt
            table {
              number
            }
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const proposeTimeMutation = graphql(
  `
    mutation ProposeAnotherTime($requestId: ID!, $startsAt: String!) {
      proposeAnotherTime(requestId: $requestId, startsAt: $startsAt) {
        __typename
        ... on MeetingRequest {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const declineRequestMutation = graphql(
  `
    mutation DeclineMeetingRequest($requestId: ID!, $reason: String!) {
      declineMeetingRequest(requestId: $requestId, reason: $reason) {
        __typename
        ... on MeetingRequest {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const withdrawRequestMutation = graphql(
  `
    mutation WithdrawMeetingRequest($requestId: ID!, $reason: String!) {
      withdrawMeetingRequest(requestId: $requestId, reason: $reason) {
        __typename
        ... on MeetingRequest {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
