import { graphql, type ResultOf } from '../../app/graphql.js';
import { refusalParts } from '../../app/refusal.queries.js';

export const accountsQuery = graphql(`
  query StaffAccounts($search: String, $after: String) {
    staffAccounts(first: 100, search: $search, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          email
          isAdministrator
          isUnaccepted
          disabledAt
        }
      }
    }
  }
`);

export type AccountRow = ResultOf<typeof accountsQuery>['staffAccounts']['edges'][number]['node'];

export const createAccountMutation = graphql(
  `
    mutation CreateStaffAccount($input: StaffAccountInput!) {
      createStaffAccount(input: $input) {
        __typename
        ... on StaffAccount {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const inviteAgainMutation = graphql(
  `
    mutation InviteStaffAgain($id: ID!) {
      inviteStaffAgain(id: $id) {
        __typename
        ... on StaffAccount {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const withdrawInvitationMutation = graphql(
  `
    mutation WithdrawStaffInvitation($id: ID!) {
      withdrawStaffInvitation(id: $id) {
        __typename
        ... on StaffAccount {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const disableAccountMutation = graphql(
  `
    mutation DisableStaffAccount($id: ID!) {
      disableStaffAccount(id: $id) {
        __typename
        ... on StaffAccount {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const enableAccountMutation = graphql(
  `
    mutation EnableStaffAccount($id: ID!) {
      enableStaffAccount(id: $id) {
        __typename
        ... on StaffAccount {
          id
          name
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
