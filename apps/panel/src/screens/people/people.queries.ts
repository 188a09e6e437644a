import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const peopleQuery = graphql(`
  query People($search: String, $filter: PersonFilter, $archived: Boolean!, $order: PersonOrder!, $after: String) {
    persons(first: 100, search: $search, filter: $filter, archived: $archived, order: $order, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          fullName
          givenNames
          familyNames
          email
          isArchived
          isDemonstration
          positions {
            title
            endsOn
            institution {
              name
              shortName
            }
          }
        }
      }
    }
  }
`);

export type PersonRow = ResultOf<typeof peopleQuery>['persons']['edges'][number]['node'];

export const personQuery = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id
      fullName
      givenNames
      familyNames
      email
      phone
      language
      documentType
      documentMasked
      isArchived
      isDemonstration
      possibleTwins {
        id
        fullName
        email
      }
      positions {
        id
        title
        startsOn
        endsOn
        institution {
          id
          name
        }
      }
    }
  }
`);

export type PersonDetail = NonNullable<ResultOf<typeof personQuery>['person']>;
export type PositionRow = PersonDetail['positions'][number];

export const similarPersonsQuery = graphql(`
  query SimilarPersons($input: PersonInput!) {
    similarPersons(input: $input) {
      id
      fullName
      email
      positions {
        title
        institution {
          name
        }
      }
    }
  }
`);

export const institutionNameQuery = graphql(`
  query InstitutionName($id: ID!) {
    institution(id: $id) {
      id
      name
    }
  }
`);

export const createPersonMutation = graphql(
  `
    mutation CreatePerson($input: PersonInput!) {
      createPerson(input: $input) {
        __typename
        ... on Person {
          id
          fullName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updatePersonMutation = graphql(
  `
    mutation UpdatePerson($id: ID!, $input: PersonInput!) {
      updatePerson(id: $id, input: $input) {
        __typename
        ... on Person {
          id
          fullName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const archivePersonMutation = graphql(`
  mutation ArchivePerson($id: ID!) {
    archivePerson(id: $id) {
      id
    }
  }
`);

export const restorePersonMutation = graphql(`
  mutation RestorePerson($id: ID!) {
    restorePerson(id: $id) {
      id
    }
  }
`);

export const createPositionMutation = graphql(
  `
    mutation CreatePosition($input: PositionInput!) {
      createPosition(input: $input) {
        __typename
        ... on Position {
          id
          title
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updatePositionMutation = graphql(
  `
    mutation UpdatePosition($id: ID!, $input: PositionChangeInput!) {
      updatePosition(id: $id, input: $input) {
        __typename
        ... on Position {
          id
          title
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const archivePositionMutation = graphql(`
  mutation ArchivePosition($id: ID!) {
    archivePosition(id: $id) {
      id
    }
  }
`);

export const restorePositionMutation = graphql(`
  mutation RestorePosition($id: ID!) {
    restorePosition(id: $id) {
      id
    }
  }
`);
