import { graphql, type ResultOf } from '../app/graphql.js';
import { refusalParts } from '../app/refusal.queries.js';

export const importKindQuery = graphql(`
  query ImportKind($kind: String!) {
    importKind(kind: $kind) {
      kind
      title
      caution
      mostRows
      largestFile
      columns {
        name
        label
        isRequired
        hint
        example
      }
    }
  }
`);

export const importParts = graphql(`
  fragment ImportParts on Import {
    __typename
    id
    kind
    state
    fileName
    rowCount
    faultyCount
    knownCount
    createdCount
    isUndoable
    ignoredHeadings
    headingFaults {
      row
      column
      value
      wrong
      mend
    }
    columns {
      name
      label
    }
  }
`);

export const importQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) {
        ...ImportParts
      }
    }
  `,
  [importParts],
);

export const importProgressQuery = graphql(`
  query ImportProgress($id: ID!) {
    import(id: $id) {
      appliedRows
    }
  }
`);

export const importRowsQuery = graphql(`
  query ImportRows($id: ID!, $onlyFaulty: Boolean!, $after: String) {
    import(id: $id) {
      rows(first: 50, after: $after, onlyFaulty: $onlyFaulty) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            number
            cells
            isKnown
            faults {
              column
              value
              wrong
              mend
            }
          }
        }
      }
    }
  }
`);

export const applyImportMutation = graphql(
  `
    mutation ApplyImport($id: ID!) {
      applyImport(id: $id) {
        __typename
        ...ImportParts
        ...RefusalParts
      }
    }
  `,
  [importParts, refusalParts],
);

export const undoImportMutation = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoImport(id: $id) {
        __typename
        ...ImportParts
        ...RefusalParts
      }
    }
  `,
  [importParts, refusalParts],
);

export type ImportKind = ResultOf<typeof importKindQuery>['importKind'];
export type ImportState = NonNullable<ResultOf<typeof importQuery>['import']>;
