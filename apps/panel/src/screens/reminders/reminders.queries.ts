import { graphql } from '../../app/graphql.js';

export const remindersQuery = graphql(`
  query Reminders($eventId: ID!, $filter: ReminderFilter, $after: String) {
    reminders(eventId: $eventId, filter: $filter, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          subjectKind
          offsetMinutes
          occurrenceStart
          dueAt
          state
          session {
            title
          }
          meeting {
            request {
              topic
              from {
                name
              }
              to {
                name
              }
            }
          }
        }
      }
    }
  }
`);
