import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const pendingAgendaQuery = graphql(`
  query PendingAgenda($eventId: ID!) {
    pendingAgenda(eventId: $eventId) {
      number
      publishedAt
      changes {
        aspect
        before
        after
      }
      sessions {
        sessionId
        fate
        title
        day
        from
        to
        changes {
          aspect
          before
          after
        }
      }
    }
    agendaVersions(eventId: $eventId) {
      number
      state
      publishedAt
    }
  }
`);

export type Pending = NonNullable<ResultOf<typeof pendingAgendaQuery>['pendingAgenda']>;
export type Change = Pending['changes'][number];
export type Version = ResultOf<typeof pendingAgendaQuery>['agendaVersions'][number];

export const publishAgendaMutation = graphql(
  `
    mutation PublishAgenda($eventId: ID!) {
      publishAgenda(eventId: $eventId) {
        __typename
        ... on Agenda {
          number
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
