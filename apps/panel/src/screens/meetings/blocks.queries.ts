import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const blocksQuery = graphql(`
  query MeetingBlocks($eventId: ID!) {
    meetingBlocks(eventId: $eventId) {
      id
      name
      startsAt
      endsAt
      slotMinutes
      breakMinutes
      room {
        name
      }
      tables {
        id
      }
      slots {
        startsAt
      }
    }
  }
`);

export const roomChoicesQuery = graphql(`
  query BlockRooms($eventId: ID!) {
    event(id: $eventId) {
      venues {
        id
        rooms {
          id
          name
        }
      }
    }
  }
`);

export const openBlockMutation = graphql(
  `
    mutation OpenMeetingBlock($input: MeetingBlockInput!) {
      openMeetingBlock(input: $input) {
        __typename
        ... on MeetingBlock {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const addTablesMutation = graphql(
  `
    mutation AddMeetingTables($blockId: ID!, $count: Int!) {
      addMeetingTables(blockId: $blockId, count: $count) {
        __typename
        ... on MeetingBlock {
          id
          name
          tables {
            id
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const closeBlockMutation = graphql(
  `
    mutation CloseMeetingBlock($blockId: ID!) {
      closeMeetingBlock(blockId: $blockId) {
        __typename
        ... on MeetingBlock {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
