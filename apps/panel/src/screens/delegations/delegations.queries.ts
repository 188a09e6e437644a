import { graphql } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const delegationsQuery = graphql(`
  query Delegations($eventId: ID!, $filter: DelegationFilter, $search: String, $after: String) {
    delegations(eventId: $eventId, filter: $filter, search: $search, first: 60, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          quota
          taken
          free
          needsReview
          institution {
            id
            name
          }
          focalPoint {
            id
            fullName
            email
          }
        }
      }
    }
  }
`);

const delegationParts = graphql(`
  fragment DelegationParts on Delegation {
    __typename
    id
    state
    quota
    institution {
      name
    }
  }
`);

const parts = [delegationParts, refusalParts] as const;

export const createDelegationMutation = graphql(
  `
    mutation CreateDelegation($input: DelegationInput!) {
      createDelegation(input: $input) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const changeQuotaMutation = graphql(
  `
    mutation ChangeQuota($id: ID!, $quota: Int!) {
      changeQuota(id: $id, quota: $quota) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const changeFocalPointMutation = graphql(
  `
    mutation ChangeFocalPoint($id: ID!, $personId: ID!) {
      changeFocalPoint(id: $id, personId: $personId) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const openDelegationMutation = graphql(
  `
    mutation OpenDelegation($id: ID!) {
      openDelegation(id: $id) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const submitDelegationMutation = graphql(
  `
    mutation SubmitDelegation($id: ID!) {
      submitDelegation(id: $id) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const accreditDelegationMutation = graphql(
  `
    mutation AccreditDelegation($id: ID!) {
      accreditDelegation(id: $id) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);

export const closeDelegationMutation = graphql(
  `
    mutation CloseDelegation($id: ID!) {
      closeDelegation(id: $id) {
        __typename
        ...DelegationParts
        ...RefusalParts
      }
    }
  `,
  parts,
);
