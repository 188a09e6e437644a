import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const eventListQuery = graphql(`
  query EventList($search: String, $archived: Boolean!, $filter: EventFilter, $after: String) {
    events(search: $search, archived: $archived, filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          slug
          shownName
          startsOn
          endsOn
          city
          state
          isDemonstration
        }
      }
    }
  }
`);

/** The series that an event can be an edition of. */
export const seriesChoicesQuery = graphql(`
  query SeriesChoices($search: String) {
    eventSeries(search: $search, first: 200) {
      edges {
        node {
          id
          name
          nextEditionNumber
        }
      }
    }
  }
`);

export const eventFactsQuery = graphql(`
  query EventFacts($id: ID!) {
    event(id: $id) {
      id
      slug
      editionNumber
      name
      shownName
      state
      zone
      startsOn
      endsOn
      country
      city
      archivedAt
      series {
        id
        name
      }
    }
  }
`);

export type EventFacts = NonNullable<ResultOf<typeof eventFactsQuery>['event']>;

export const createEventMutation = graphql(
  `
    mutation CreateEvent($input: EventInput!) {
      createEvent(input: $input) {
        __typename
        ... on Event {
          id
          slug
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updateEventMutation = graphql(
  `
    mutation UpdateEvent($id: ID!, $input: EventChangeInput!) {
      updateEvent(id: $id, input: $input) {
        __typename
        ... on Event {
          id
          slug
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const publishEventMutation = graphql(
  `
    mutation PublishEvent($id: ID!) {
      publishEvent(id: $id) {
        __typename
        ... on Event {
          id
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const closeEventMutation = graphql(
  `
    mutation CloseEvent($id: ID!) {
      closeEvent(id: $id) {
        __typename
        ... on Event {
          id
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const archiveEventMutation = graphql(
  `
    mutation ArchiveEvent($id: ID!) {
      archiveEvent(id: $id) {
        __typename
        ... on Event {
          id
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const restoreEventMutation = graphql(
  `
    mutation RestoreEvent($id: ID!) {
      restoreEvent(id: $id) {
        __typename
        ... on Event {
          id
          shownName
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
