import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const staffRolesQuery = graphql(`
  query StaffRoles($search: String, $filter: StaffRoleFilter, $after: String) {
    staffRoles(first: 100, search: $search, filter: $filter, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          accountId
          name
          email
          isDisabled
          role
          organizationId
          organizationName
          eventId
          eventName
          mayChange
        }
      }
    }
  }
`);

export type StaffRoleRow = ResultOf<typeof staffRolesQuery>['staffRoles']['edges'][number]['node'];

export const rolePlacesQuery = graphql(`
  query RolePlaces {
    rolePlaces {
      organizationId
      organizationName
      eventId
      eventName
    }
  }
`);

export type RolePlaceRow = ResultOf<typeof rolePlacesQuery>['rolePlaces'][number];

export const grantRoleMutation = graphql(
  `
    mutation GrantRole($place: RolePlaceInput!, $email: String!, $role: EventRole!) {
      grantRole(place: $place, email: $email, role: $role) {
        __typename
        ... on RoleGrant {
          accountId
          role
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const revokeRoleMutation = graphql(
  `
    mutation RevokeRole($place: RolePlaceInput!, $accountId: ID!) {
      revokeRole(place: $place, accountId: $accountId) {
        __typename
        ... on RoleTaken {
          accountId
          hadRole
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
