import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const queueHealthQuery = graphql(`
  query QueueHealth {
    queueHealth {
      unrelayed
      waiting
      failed
      oldestSince
      oldestSeconds
    }
  }
`);

export const failedJobsQuery = graphql(`
  query FailedJobs($after: String) {
    failedJobs(first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          fact
          attempts
          lastError
          recordedAt
          endedAt
        }
      }
    }
  }
`);

export const retryJobMutation = graphql(
  `
    mutation RetryJob($id: ID!) {
      retryJob(id: $id) {
        __typename
        ... on Job {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
