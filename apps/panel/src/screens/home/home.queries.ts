import { graphql } from '../../app/graphql.js';

export const eventChoicesQuery = graphql(`
  query EventChoices($after: String) {
    events(first: 50, after: $after) {
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
        }
      }
    }
  }
`);
