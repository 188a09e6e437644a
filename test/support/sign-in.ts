import { AccountService, RoleService } from '#identity';
import { isRefusal, newId } from '#kernel';
import { theSystem, type EventRole } from '#platform';
import type { TestApi } from './app.js';
import { graphql } from './graphql.js';

export const testPassword = 'una frase larga de prueba';

interface NewStaff {
  readonly isAdministrator?: boolean;
  /** Roles by the id of an event that is there. */
  readonly roles?: Readonly<Record<string, EventRole>>;
}

export interface SignedInStaff {
  readonly accountId: string;
  readonly email: string;
  /** As a request carries it: `tinkuy=...`. */
  readonly cookie: string;
}

/** Makes an account with its roles and signs it in over HTTP. */
export async function signedIn(api: TestApi, staff: NewStaff = {}): Promise<SignedInStaff> {
  const email = `${newId()}@organiza.example`;
  const draft = { email, name: 'Personal de prueba', password: testPassword, isAdministrator: staff.isAdministrator };
  const account = await api.get(AccountService).create(theSystem, draft);
  if (isRefusal(account)) throw new Error(`No account: ${account.code}`);
  for (const [eventId, role] of Object.entries(staff.roles ?? {})) {
    const granted = await api.get(RoleService).grant(theSystem, { eventId, email, role });
    if (isRefusal(granted)) throw new Error(`No role: ${granted.code}`);
  }
  return { accountId: account.id, email, cookie: await cookieOf(api, email, testPassword) };
}

/** Signs in over HTTP; answers the cookie as a request carries it. */
export async function cookieOf(api: TestApi, email: string, password: string): Promise<string> {
  const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  const { headers } = await graphql(api.url, mutation, { variables: { input: { email, password } } });
  const [cookie] = headers.getSetCookie();
  if (!cookie) throw new Error(`${email} was not signed in`);
  return cookie.split(';')[0];
}
