import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const registrationsQuery = graphql(`
  query Registrations($eventId: ID!, $filter: RegistrationFilter, $search: String, $after: String) {
    registrations(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          positionTitle
          offerExpiresAt
          changedAt
          person {
            id
            givenNames
            familyNames
            fullName
            email
            phone
          }
          delegation {
            id
            institution {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const registrationCountsQuery = graphql(`
  query RegistrationCounts($eventId: ID!) {
    registrationCounts(eventId: $eventId) {
      state
      count
    }
  }
`);

/** The open delegations into which somebody can be entered. */
export const delegationChoicesQuery = graphql(`
  query DelegationChoices($eventId: ID!, $search: String) {
    delegations(eventId: $eventId, search: $search, first: 20, filter: { states: [opened, submitted, accredited] }) {
      edges {
        node {
          id
          taken
          quota
          institution {
            name
          }
        }
      }
    }
  }
`);

export const registerPeopleMutation = graphql(
  `
    mutation RegisterPeople($input: RegisterPeopleInput!) {
      registerPeople(input: $input) {
        __typename
        registrations {
          id
          state
          person {
            fullName
          }
        }
        refusals {
          ...RefusalParts
        }
      }
    }
  `,
  [refusalParts],
);

export const correctRegistrationMutation = graphql(
  `
    mutation CorrectRegistration($id: ID!, $person: PersonEntryInput!) {
      correctRegistration(id: $id, person: $person) {
        __typename
        registrations {
          id
          state
          person {
            fullName
          }
        }
        refusals {
          ...RefusalParts
        }
      }
    }
  `,
  [refusalParts],
);

export const confirmRegistrationMutation = graphql(
  `
    mutation ConfirmRegistration($id: ID!) {
      confirmRegistration(id: $id) {
        __typename
        ... on Registration {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const rejectRegistrationMutation = graphql(
  `
    mutation RejectRegistration($id: ID!) {
      rejectRegistration(id: $id) {
        __typename
        ... on Registration {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const cancelRegistrationMutation = graphql(
  `
    mutation CancelRegistration($id: ID!) {
      cancelRegistration(id: $id) {
        __typename
        ... on Registration {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
