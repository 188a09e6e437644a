import { ask } from '../../app/api.js';
import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';
import type { Choice } from '../../design/index.js';

export const institutionsQuery = graphql(`
  query Institutions($search: String, $filter: InstitutionFilter, $archived: Boolean!, $after: String) {
    institutions(first: 100, search: $search, filter: $filter, archived: $archived, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          shortName
          kind
          country
          isArchived
          isDemonstration
          territory {
            path
          }
        }
      }
    }
  }
`);

export type InstitutionRow = ResultOf<typeof institutionsQuery>['institutions']['edges'][number]['node'];

export const institutionQuery = graphql(`
  query Institution($id: ID!) {
    institution(id: $id) {
      id
      name
      shortName
      kind
      country
      isArchived
      isDemonstration
      territory {
        system
        code
        name
        path
      }
      members {
        id
        name
        isArchived
      }
      memberOf {
        id
        name
        isArchived
      }
      network {
        id
        name
        isArchived
      }
      networkOf {
        id
        name
        isArchived
      }
      attached {
        id
        name
        isArchived
      }
      attachedTo {
        id
        name
        isArchived
      }
    }
  }
`);

export type InstitutionDetail = NonNullable<ResultOf<typeof institutionQuery>['institution']>;

export const departmentsQuery = graphql(`
  query Departments {
    peru: territories(system: INEI) {
      code
      name
    }
    bolivia: territories(system: INE) {
      code
      name
    }
  }
`);

const territoryChoicesQuery = graphql(`
  query TerritoryChoices($search: String!, $country: String) {
    findTerritories(search: $search, country: $country) {
      system
      code
      name
      path
    }
  }
`);

/** Territories to choose from; the value is `INEI:080101`. */
export async function findTerritories(search: string, country: string, signal: AbortSignal): Promise<Choice[]> {
  const { findTerritories: found } = await ask(territoryChoicesQuery, { search, country }, { signal });
  return found.map(({ system, code, name, path }) => ({
    value: `${system}:${code}`,
    label: name,
    detail: `${path.join(' / ')} · ${code}`,
  }));
}

export const createInstitutionMutation = graphql(
  `
    mutation CreateInstitution($input: InstitutionInput!) {
      createInstitution(input: $input) {
        __typename
        ... on Institution {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updateInstitutionMutation = graphql(
  `
    mutation UpdateInstitution($id: ID!, $input: InstitutionInput!) {
      updateInstitution(id: $id, input: $input) {
        __typename
        ... on Institution {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const archiveInstitutionMutation = graphql(`
  mutation ArchiveInstitution($id: ID!) {
    archiveInstitution(id: $id) {
      id
    }
  }
`);

export const restoreInstitutionMutation = graphql(`
  mutation RestoreInstitution($id: ID!) {
    restoreInstitution(id: $id) {
      id
    }
  }
`);

export const relateMutation = graphql(
  `
    mutation RelateInstitutions($input: InstitutionRelationInput!) {
      relateInstitutions(input: $input) {
        __typename
        ... on InstitutionRelation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const unrelateMutation = graphql(`
  mutation UnrelateInstitutions($input: InstitutionRelationInput!) {
    unrelateInstitutions(input: $input)
  }
`);
