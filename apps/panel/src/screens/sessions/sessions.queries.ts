import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const sessionsQuery = graphql(`
  query Sessions($eventId: ID!, $search: String, $filter: SessionFilter, $after: String) {
    sessions(eventId: $eventId, search: $search, filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          title
          state
          startsLocal
          endsLocal
          room {
            id
            name
          }
          block {
            id
            name
            colour
          }
          speakers {
            id
            person {
              id
              fullName
            }
          }
        }
      }
    }
  }
`);

export type SessionRow = ResultOf<typeof sessionsQuery>['sessions']['edges'][number]['node'];

/** In what a session can be put. */
export const placesQuery = graphql(`
  query SessionPlaces($eventId: ID!) {
    event(id: $eventId) {
      venues {
        rooms {
          id
          name
          capacity
        }
      }
    }
    thematicBlocks(eventId: $eventId) {
      id
      name
    }
  }
`);

export const sessionQuery = graphql(`
  query Session($id: ID!) {
    session(id: $id) {
      id
      kind
      title
      summary
      state
      version
      startsLocal
      endsLocal
      room {
        id
        name
      }
      block {
        id
        name
        colour
      }
      speakers {
        id
        role
        positionId
        positionTitle
        person {
          id
          fullName
          isDemonstration
        }
        institution {
          id
          name
        }
      }
    }
  }
`);

export type SessionDetail = NonNullable<ResultOf<typeof sessionQuery>['session']>;
export type SpeakerRow = SessionDetail['speakers'][number];

const sessionParts = graphql(`
  fragment SessionParts on Session {
    __typename
    id
    title
  }
`);

export const createSessionMutation = graphql(
  `
    mutation CreateSession($input: SessionInput!) {
      createSession(input: $input) {
        __typename
        ...SessionParts
        ...RefusalParts
      }
    }
  `,
  [sessionParts, refusalParts],
);

export const updateSessionMutation = graphql(
  `
    mutation UpdateSession($id: ID!, $input: SessionChangeInput!) {
      updateSession(id: $id, input: $input) {
        __typename
        ...SessionParts
        ...RefusalParts
      }
    }
  `,
  [sessionParts, refusalParts],
);

export const cancelSessionMutation = graphql(
  `
    mutation CancelSession($id: ID!, $version: Int!) {
      cancelSession(id: $id, version: $version) {
        __typename
        ...SessionParts
        ...RefusalParts
      }
    }
  `,
  [sessionParts, refusalParts],
);
