import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const meetingsQuery = graphql(`
  query Meetings($eventId: ID!, $filter: BilateralMeetingFilter, $search: String, $after: String) {
    bilateralMeetings(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          startsAt
          endsAt
          reason
          version
          table {
            number
          }
          noShow {
            name
          }
          request {
            topic
            from {
              id
              name
            }
            to {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const freeSlotsQuery = graphql(`
  query FreeSlots($partyId: ID!, $withPartyId: ID!) {
    freeSlots(partyId: $partyId, withPartyId: $withPartyId) {
      startsAt
      endsAt
    }
  }
`);

export const rescheduleMutation = graphql(
  `
    mutation RescheduleMeeting($meetingId: ID!, $startsAt: String!, $version: Int) {
      rescheduleMeeting(meetingId: $meetingId, startsAt: $startsAt, version: $version) {
        __typename
        ... on BilateralMeeting {
          id
          startsAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const cancelMeetingMutation = graphql(
  `
    mutation CancelMeeting($meetingId: ID!, $reason: String!, $version: Int) {
      cancelMeeting(meetingId: $meetingId, reason: $reason, version: $version) {
        __typename
        ... on BilateralMeeting {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const markHeldMutation = graphql(
  `
    mutation MarkMeetingHeld($meetingId: ID!) {
      markMeetingHeld(meetingId: $meetingId) {
        __typename
        ... on BilateralMeeting {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const markNoShowMutation = graphql(
  `
    mutation MarkMeetingNoShow($meetingId: ID!, $partyId: ID!) {
      markMeetingNoShow(meetingId: $meetingId, partyId: $partyId) {
        __typename
        ... on BilateralMeeting {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
