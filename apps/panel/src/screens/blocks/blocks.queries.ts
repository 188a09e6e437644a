import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const blocksQuery = graphql(`
  query Blocks($eventId: ID!) {
    thematicBlocks(eventId: $eventId) {
      id
      name
      colour
    }
  }
`);

export type BlockRow = ResultOf<typeof blocksQuery>['thematicBlocks'][number];

const blockParts = graphql(`
  fragment BlockParts on ThematicBlock {
    __typename
    id
    name
  }
`);

export const addBlockMutation = graphql(
  `
    mutation AddBlock($input: ThematicBlockInput!) {
      addThematicBlock(input: $input) {
        __typename
        ...BlockParts
        ...RefusalParts
      }
    }
  `,
  [blockParts, refusalParts],
);

export const updateBlockMutation = graphql(
  `
    mutation UpdateBlock($id: ID!, $input: ThematicBlockChangeInput!) {
      updateThematicBlock(id: $id, input: $input) {
        __typename
        ...BlockParts
        ...RefusalParts
      }
    }
  `,
  [blockParts, refusalParts],
);

export const removeBlockMutation = graphql(
  `
    mutation RemoveBlock($id: ID!) {
      removeThematicBlock(id: $id) {
        __typename
        ...BlockParts
        ...RefusalParts
      }
    }
  `,
  [blockParts, refusalParts],
);

export const reorderBlocksMutation = graphql(
  `
    mutation ReorderBlocks($eventId: ID!, $blockIds: [ID!]!) {
      reorderThematicBlocks(eventId: $eventId, blockIds: $blockIds) {
        __typename
        ... on ThematicBlocks {
          blocks {
            id
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
