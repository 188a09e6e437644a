import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const personChoicesQuery = graphql(`
  query SpeakerChoices($search: String) {
    persons(search: $search, first: 30) {
      edges {
        node {
          id
          fullName
          positions {
            title
            institution {
              name
            }
          }
        }
      }
    }
  }
`);

export const positionsQuery = graphql(`
  query SpeakerPositions($personId: ID!) {
    person(id: $personId) {
      id
      positions {
        id
        title
        institution {
          name
        }
      }
    }
  }
`);

const speakerParts = graphql(`
  fragment SpeakerParts on Speaker {
    __typename
    id
    person {
      fullName
    }
  }
`);

export const addSpeakerMutation = graphql(
  `
    mutation AddSpeaker($input: SpeakerInput!) {
      addSpeaker(input: $input) {
        __typename
        ...SpeakerParts
        ...RefusalParts
      }
    }
  `,
  [speakerParts, refusalParts],
);

export const updateSpeakerMutation = graphql(
  `
    mutation UpdateSpeaker($id: ID!, $input: SpeakerChangeInput!) {
      updateSpeaker(id: $id, input: $input) {
        __typename
        ...SpeakerParts
        ...RefusalParts
      }
    }
  `,
  [speakerParts, refusalParts],
);

export const removeSpeakerMutation = graphql(
  `
    mutation RemoveSpeaker($id: ID!) {
      removeSpeaker(id: $id) {
        __typename
        ...SpeakerParts
        ...RefusalParts
      }
    }
  `,
  [speakerParts, refusalParts],
);

export const reorderSpeakersMutation = graphql(
  `
    mutation ReorderSpeakers($sessionId: ID!, $speakerIds: [ID!]!) {
      reorderSpeakers(sessionId: $sessionId, speakerIds: $speakerIds) {
        __typename
        ... on Session {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
