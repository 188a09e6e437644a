import { graphql } from './graphql.js';

/** Ask every union of a mutation for it: `... on Refusal { ...RefusalParts }`. */
export const refusalParts = graphql(`
  fragment RefusalParts on Refusal {
    __typename
    code
    message
    field
  }
`);
