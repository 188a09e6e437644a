import { graphql } from '../../app/graphql.js';

export const eventChoicesQuery = graphql(`
  query EventChoices($after: String) {
    events(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          slug
          shownName
          startsOn
          endsOn
          city
          state
        }
      }
    }
  }
`);

/** How much there is of what everybody with a role at the event may see: one question, so that the overview needs one round trip. */
export const eventCountsQuery = graphql(`
  query EventCounts($eventId: ID!) {
    sessions(eventId: $eventId, first: 1) {
      totalCount
    }
    delegations(eventId: $eventId, first: 1) {
      totalCount
    }
    registrations(eventId: $eventId, first: 1) {
      totalCount
    }
    invitations(eventId: $eventId, first: 1) {
      totalCount
    }
    bilateralMeetings(eventId: $eventId, first: 1) {
      totalCount
    }
  }
`);

/** The same of mails, beside it: who receives at the door may not read them, and still sees the rest. */
export const mailCountsQuery = graphql(`
  query MailCounts($eventId: ID!) {
    messages(eventId: $eventId, first: 1) {
      totalCount
    }
    reminders(eventId: $eventId, first: 1) {
      totalCount
    }
  }
`);
