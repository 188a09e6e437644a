import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const organizersQuery = graphql(`
  query Organizers($eventId: ID!) {
    event(id: $eventId) {
      organizers {
        id
        role
        institution {
          id
          name
          shortName
          kind
        }
      }
    }
  }
`);

export const institutionChoicesQuery = graphql(`
  query OrganizerChoices($search: String) {
    institutions(search: $search, first: 30) {
      edges {
        node {
          id
          name
          shortName
          kind
        }
      }
    }
  }
`);

const organizersParts = graphql(`
  fragment OrganizersParts on EventOrganizers {
    __typename
    organizers {
      id
    }
  }
`);

export const addOrganizerMutation = graphql(
  `
    mutation AddOrganizer($input: EventOrganizerInput!) {
      addEventOrganizer(input: $input) {
        __typename
        ...OrganizersParts
        ...RefusalParts
      }
    }
  `,
  [organizersParts, refusalParts],
);

export const changeRoleMutation = graphql(
  `
    mutation ChangeOrganizerRole($eventId: ID!, $organizerId: ID!, $role: OrganizerRole!) {
      changeEventOrganizerRole(eventId: $eventId, organizerId: $organizerId, role: $role) {
        __typename
        ...OrganizersParts
        ...RefusalParts
      }
    }
  `,
  [organizersParts, refusalParts],
);

export const removeOrganizerMutation = graphql(
  `
    mutation RemoveOrganizer($eventId: ID!, $organizerId: ID!) {
      removeEventOrganizer(eventId: $eventId, organizerId: $organizerId) {
        __typename
        ...OrganizersParts
        ...RefusalParts
      }
    }
  `,
  [organizersParts, refusalParts],
);

export const reorderOrganizersMutation = graphql(
  `
    mutation ReorderOrganizers($eventId: ID!, $organizerIds: [ID!]!) {
      reorderEventOrganizers(eventId: $eventId, organizerIds: $organizerIds) {
        __typename
        ...OrganizersParts
        ...RefusalParts
      }
    }
  `,
  [organizersParts, refusalParts],
);
