import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const roomsQuery = graphql(`
  query Rooms($eventId: ID!) {
    event(id: $eventId) {
      venues {
        id
        name
        rooms {
          id
          name
          capacity
        }
      }
    }
  }
`);

export const addRoomMutation = graphql(
  `
    mutation AddRoom($input: RoomInput!) {
      addRoom(input: $input) {
        __typename
        ... on Room {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const updateRoomMutation = graphql(
  `
    mutation UpdateRoom($id: ID!, $input: RoomChangeInput!) {
      updateRoom(id: $id, input: $input) {
        __typename
        ... on Room {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
