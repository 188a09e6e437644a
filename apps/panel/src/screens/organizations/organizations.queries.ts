import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const organizationsQuery = graphql(`
  query Organizations {
    organizations {
      id
      name
      isDemonstration
      mayChange
    }
  }
`);

export type OrganizationRow = ResultOf<typeof organizationsQuery>['organizations'][number];

export const createOrganizationMutation = graphql(
  `
    mutation CreateOrganization($name: String!) {
      createOrganization(name: $name) {
        __typename
        ... on Organization {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const renameOrganizationMutation = graphql(
  `
    mutation RenameOrganization($id: ID!, $name: String!) {
      renameOrganization(id: $id, name: $name) {
        __typename
        ... on Organization {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
