import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const roomsQuery = graphql(`
  query Rooms($eventId: ID!) {
    event(id: $eventId) {
      venues {
        id
        name
        address
        rooms {
          id
          name
          capacity
        }
        away: rooms(archived: true) {
          id
          name
          capacity
        }
      }
      awayVenues: venues(archived: true) {
        id
        name
        address
      }
    }
  }
`);

const roomParts = graphql(`
  fragment RoomParts on Room {
    __typename
    id
    name
  }
`);

const venueParts = graphql(`
  fragment VenueParts on Venue {
    __typename
    id
    name
  }
`);

export const addRoomMutation = graphql(
  `
    mutation AddRoom($input: RoomInput!) {
      addRoom(input: $input) {
        __typename
        ...RoomParts
        ...RefusalParts
      }
    }
  `,
  [roomParts, refusalParts],
);

export const updateRoomMutation = graphql(
  `
    mutation UpdateRoom($id: ID!, $input: RoomChangeInput!) {
      updateRoom(id: $id, input: $input) {
        __typename
        ...RoomParts
        ...RefusalParts
      }
    }
  `,
  [roomParts, refusalParts],
);

export const archiveRoomMutation = graphql(
  `
    mutation ArchiveRoom($id: ID!) {
      archiveRoom(id: $id) {
        __typename
        ...RoomParts
        ...RefusalParts
      }
    }
  `,
  [roomParts, refusalParts],
);

export const restoreRoomMutation = graphql(
  `
    mutation RestoreRoom($id: ID!) {
      restoreRoom(id: $id) {
        __typename
        ...RoomParts
        ...RefusalParts
      }
    }
  `,
  [roomParts, refusalParts],
);

export const addVenueMutation = graphql(
  `
    mutation AddVenue($input: VenueInput!) {
      addVenue(input: $input) {
        __typename
        ...VenueParts
        ...RefusalParts
      }
    }
  `,
  [venueParts, refusalParts],
);

export const updateVenueMutation = graphql(
  `
    mutation UpdateVenue($id: ID!, $input: VenueChangeInput!) {
      updateVenue(id: $id, input: $input) {
        __typename
        ...VenueParts
        ...RefusalParts
      }
    }
  `,
  [venueParts, refusalParts],
);

export const archiveVenueMutation = graphql(
  `
    mutation ArchiveVenue($id: ID!) {
      archiveVenue(id: $id) {
        __typename
        ...VenueParts
        ...RefusalParts
      }
    }
  `,
  [venueParts, refusalParts],
);

export const restoreVenueMutation = graphql(
  `
    mutation RestoreVenue($id: ID!) {
      restoreVenue(id: $id) {
        __typename
        ...VenueParts
        ...RefusalParts
      }
    }
  `,
  [venueParts, refusalParts],
);
