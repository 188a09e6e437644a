import { graphql, type ResultOf } from '../../app/graphql.js';

export const auditQuery = graphql(`
  query AuditEntries($eventId: ID, $organizationId: ID, $filter: AuditFilter, $search: String, $after: String) {
    auditEntries(
      eventId: $eventId
      organizationId: $organizationId
      filter: $filter
      search: $search
      first: 60
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          recordedAt
          action
          subject
          subjectId
          actorKind
          actorName
          onBehalfOf
          address
          isSealed
          changes {
            name
            before
            after
          }
        }
      }
    }
  }
`);

export type AuditRow = ResultOf<typeof auditQuery>['auditEntries']['edges'][number]['node'];

export const auditWordsQuery = graphql(`
  query AuditWords($eventId: ID, $organizationId: ID) {
    auditWords(eventId: $eventId, organizationId: $organizationId) {
      actions
      subjects
      actorKinds
      actors {
        id
        name
      }
    }
  }
`);

/** Whose audit the viewer may read as a whole. */
export const auditedOrganizationsQuery = graphql(`
  query AuditedOrganizations {
    organizations {
      id
      name
      mayChange
    }
  }
`);
