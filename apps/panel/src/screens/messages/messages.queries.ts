import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const messagesQuery = graphql(`
  query Messages($eventId: ID!, $filter: MessageFilter, $search: String, $after: String) {
    messages(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          mail
          toName
          toAddress
          subject
          state
          attempts
          queuedAt
          sentAt
          nextAttemptAt
        }
      }
    }
  }
`);

export const messageCountsQuery = graphql(`
  query MessageCounts($eventId: ID!) {
    messageCounts(eventId: $eventId) {
      state
      mail
      count
    }
  }
`);

export const messageQuery = graphql(`
  query Message($id: ID!) {
    message(id: $id) {
      id
      mail
      toName
      toAddress
      language
      subject
      html
      text
      calendarMethod
      state
      attempts
      nextAttemptAt
      lastResponse
      queuedAt
      sentAt
      suppression {
        reason
        suppressedAt
      }
      deliveryEvents {
        state
        attempt
        response
        happenedAt
      }
    }
  }
`);

export const resendMutation = graphql(
  `
    mutation ResendMessage($id: ID!) {
      resendMessage(id: $id) {
        __typename
        ... on Message {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const liftSuppressionMutation = graphql(
  `
    mutation LiftSuppression($messageId: ID!) {
      liftSuppression(messageId: $messageId) {
        __typename
        ... on Message {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
