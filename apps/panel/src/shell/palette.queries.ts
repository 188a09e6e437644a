import { graphql } from '../app/graphql.js';

export const searchQuery = graphql(`
  query Search($text: String!, $eventId: ID) {
    search(text: $text, eventId: $eventId) {
      kind
      id
      title
      detail
      eventSlug
    }
  }
`);
