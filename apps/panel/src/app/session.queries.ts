import { graphql } from './graphql.js';

export const meQuery = graphql(`
  query Me {
    me {
      accountId
      name
      isAdministrator
      roles {
        eventId
        role
      }
    }
  }
`);

export const eventQuery = graphql(`
  query PanelEvent($slug: String!) {
    event(slug: $slug) {
      id
      slug
      shownName
      zone
      startsOn
      endsOn
      days
      city
      country
      state
      isDemonstration
    }
  }
`);
