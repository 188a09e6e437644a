import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const partiesQuery = graphql(`
  query MeetingParties($eventId: ID!, $search: String!, $after: String) {
    meetingParties(eventId: $eventId, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          contact {
            id
            fullName
          }
          unavailable {
            startsAt
          }
        }
      }
    }
  }
`);

export const partyChoicesQuery = graphql(`
  query PartyChoices($eventId: ID!, $search: String!) {
    meetingParties(eventId: $eventId, search: $search, first: 20) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const joinMeetingsMutation = graphql(
  `
    mutation JoinMeetings($eventId: ID!, $institutionId: ID!, $contactPersonId: ID!) {
      joinMeetings(eventId: $eventId, institutionId: $institutionId, contactPersonId: $contactPersonId) {
        __typename
        ... on MeetingParty {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const changeContactMutation = graphql(`
  mutation ChangeMeetingContact($partyId: ID!, $contactPersonId: ID!) {
    changeMeetingContact(partyId: $partyId, contactPersonId: $contactPersonId) {
      __typename
      id
      name
    }
  }
`);

export const setAvailabilityMutation = graphql(
  `
    mutation SetPartyAvailability($partyId: ID!, $unavailableSlots: [String!]!) {
      setPartyAvailability(partyId: $partyId, unavailableSlots: $unavailableSlots) {
        __typename
        ... on MeetingParty {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
