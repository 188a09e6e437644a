import { graphql } from '../../app/graphql.js';

export const auditQuery = graphql(`
  query AuditEntries($eventId: ID!, $filter: AuditFilter, $search: String, $after: String) {
    auditEntries(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          recordedAt
          action
          subject
          subjectId
          actorKind
          actorName
          onBehalfOf
          address
          isSealed
          changes {
            name
            before
            after
          }
        }
      }
    }
  }
`);

export const auditWordsQuery = graphql(`
  query AuditWords($eventId: ID!) {
    auditWords(eventId: $eventId) {
      actions
      subjects
    }
  }
`);
