import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const seriesListQuery = graphql(`
  query SeriesList($search: String, $archived: Boolean!, $after: String) {
    eventSeries(search: $search, archived: $archived, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          editionStyle
          editionCount
          nextEditionNumber
          archivedAt
        }
      }
    }
  }
`);

export const createSeriesMutation = graphql(
  `
    mutation CreateSeries($input: EventSeriesInput!) {
      createEventSeries(input: $input) {
        __typename
        ... on EventSeries {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updateSeriesMutation = graphql(
  `
    mutation UpdateSeries($id: ID!, $input: EventSeriesChangeInput!) {
      updateEventSeries(id: $id, input: $input) {
        __typename
        ... on EventSeries {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const archiveSeriesMutation = graphql(
  `
    mutation ArchiveSeries($id: ID!) {
      archiveEventSeries(id: $id) {
        __typename
        ... on EventSeries {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const restoreSeriesMutation = graphql(
  `
    mutation RestoreSeries($id: ID!) {
      restoreEventSeries(id: $id) {
        __typename
        ... on EventSeries {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
