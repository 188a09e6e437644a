import { AccountService } from '#identity';
import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { cookieOf, graphql, signedIn, testApi, testPassword, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';

const signIn = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ... on Me { name isAdministrator } ... on Refusal { code field message } }
}`;
const me = '{ me { name isAdministrator roles { role } } }';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});

afterAll(() => api.close());

async function account(): Promise<{ id: string; email: string }> {
  const email = `${newId()}@organiza.example`;
  const made = await api.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return { id: made.id, email };
}

const attempt = (email: string, password: string) =>
  graphql<{ signIn: Record<string, unknown> }>(api.url, signIn, { variables: { input: { email, password } } });

const whoIs = async (cookie: string) => (await graphql<{ me: unknown }>(api.url, me, { cookie })).data.me;

describe('signing in', () => {
  it('gives a cookie that only the browser reads, and knows its holder by it', async () => {
    const { email } = await account();
    const { data, headers } = await attempt(email.toUpperCase(), testPassword);
    const [cookie] = headers.getSetCookie();
    expect(data.signIn).toEqual({ name: 'Rosa Quispe', isAdministrator: false });
    expect(cookie.replace(/=[\w-]{43};/, '=TOKEN;')).toBe('tinkuy=TOKEN; Path=/; HttpOnly; SameSite=Lax');
    expect(await whoIs(cookie.split(';')[0])).toEqual({ name: 'Rosa Quispe', isAdministrator: false, roles: [] });
  });

  it('answers a wrong password, an unknown address and a disabled account alike', async () => {
    const known = await account();
    const disabled = await account();
    await api.get(AccountService).disable(theSystem, disabled.id);
    const answers = [
      await attempt(known.email, 'not the password'),
      await attempt('nadie@organiza.example', testPassword),
      await attempt(disabled.email, testPassword),
    ];
    const refused = {
      code: 'SIGN_IN_FAILED',
      field: null,
      message: 'El correo o la contraseña no son correctos. Revise ambos y vuelva a intentar.',
    };
    expect(answers.map(({ data }) => data.signIn)).toEqual([refused, refused, refused]);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  it('ends with signing out, for that browser alone', async () => {
    const { email } = await account();
    const [one, other] = [await cookieOf(api, email, testPassword), await cookieOf(api, email, testPassword)];
    const { headers } = await graphql(api.url, 'mutation { signOut }', { cookie: one });
    expect(headers.getSetCookie()).toEqual([
      'tinkuy=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
    ]);
    expect(await whoIs(one)).toBeNull();
    expect(await whoIs(other)).toEqual({ name: 'Rosa Quispe', isAdministrator: false, roles: [] });
  });

  it('takes no cookie that it did not give', async () => {
    expect(await whoIs(`tinkuy=${'a'.repeat(43)}`)).toBeNull();
    expect(await whoIs('__Host-tinkuy=x')).toBeNull();
  });
});

describe('over https', () => {
  it('gives the cookie the prefix that ties it to this host', async () => {
    const secure = await testApi({ env: { PUBLIC_URL: 'https://encuentros.example' } });
    try {
      const { cookie } = await signedIn(secure);
      expect(cookie.split('=')[0]).toBe('__Host-tinkuy');
    } finally {
      await secure.close();
    }
  });
});

describe('accounts', () => {
  const create = `mutation ($input: StaffAccountInput!) {
    createStaffAccount(input: $input) { ... on StaffAccount { email name disabledAt } ... on Refusal { code field } }
  }`;
  const input = { email: 'nueva@organiza.example', name: 'Nueva' };

  it('are made by administrators, each e-mail once whatever its case', async () => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const first = await graphql(api.url, create, { cookie, variables: { input } });
    const again = await graphql(api.url, create, {
      cookie,
      variables: { input: { ...input, email: 'NUEVA@organiza.example' } },
    });
    expect(first.data).toEqual({
      createStaffAccount: { email: 'nueva@organiza.example', name: 'Nueva', disabledAt: null },
    });
    expect(again.data).toEqual({ createStaffAccount: { code: 'ACCOUNT_EMAIL_TAKEN', field: 'email' } });
  });

  it('are not made by other staff, nor by anybody else', async () => {
    const { cookie } = await signedIn(api);
    const byStaff = await graphql(api.url, create, { cookie, variables: { input } });
    const byNobody = await graphql(api.url, create, { variables: { input } });
    expect(byStaff.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(byNobody.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['a@b.example,c@d.example', 'a@b.example\r\nBcc: c@d.example', 'a@b.example\nc', 'plain', ''])(
    'refuse the e-mail %j',
    async (email) => {
      const { cookie } = await signedIn(api, { isAdministrator: true });
      const { data } = await graphql(api.url, create, { cookie, variables: { input: { ...input, email } } });
      expect(data).toEqual({ createStaffAccount: { code: 'EMAIL_INVALID', field: 'email' } });
    },
  );

  it('that are disabled are out at the next request, on every device', async () => {
    const staff = await signedIn(api);
    const admin = await signedIn(api, { isAdministrator: true });
    const disable = `mutation ($id: ID!) { disableStaffAccount(id: $id) { ... on StaffAccount { id } } }`;
    await graphql(api.url, disable, { cookie: admin.cookie, variables: { id: staff.accountId } });
    expect(await whoIs(staff.cookie)).toBeNull();
  });
});

describe('roles at an event', () => {
  const grant = `mutation ($input: GrantEventRoleInput!) {
    grantEventRole(input: $input) {
      ... on EventStaffMember { role account { email } } ... on Refusal { code field }
    }
  }`;

  it('are granted by its organisers and hold at the next request', async () => {
    const { id: eventId } = await anEvent(api);
    const organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    const colleague = await signedIn(api);
    api.clock.advance(1_000);
    const input = { eventId, email: colleague.email, role: 'reader' };
    const { data } = await graphql(api.url, grant, { cookie: organiser.cookie, variables: { input } });
    expect(data).toEqual({ grantEventRole: { role: 'reader', account: { email: colleague.email } } });
    const list = 'query ($id: ID!) { eventStaff(eventId: $id) { role account { email } } }';
    const seen = await graphql(api.url, list, { cookie: colleague.cookie, variables: { id: eventId } });
    expect(seen.data).toEqual({
      eventStaff: [
        { role: 'organiser', account: { email: organiser.email } },
        { role: 'reader', account: { email: colleague.email } },
      ],
    });
  });

  it('are granted neither by its readers nor by organisers of another', async () => {
    const { id: eventId } = await anEvent(api);
    const { id: otherEventId } = await anEvent(api);
    const strangers = [
      await signedIn(api, { roles: { [eventId]: 'reader' } }),
      await signedIn(api, { roles: { [otherEventId]: 'organiser' } }),
    ];
    for (const { cookie, email } of strangers) {
      const variables = { input: { eventId, email, role: 'organiser' } };
      const { errors } = await graphql(api.url, grant, { cookie, variables });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('another site', () => {
  it('cannot sign anybody in or out by a form', async () => {
    const body = new URLSearchParams({ query: 'mutation { signOut }' });
    const form = await fetch(`${api.url}/graphql`, { method: 'POST', body });
    const plain = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: 'mutation { signOut }' }),
    });
    expect([form.status, plain.status].every((status) => status >= 400 && status < 500)).toBe(true);
    expect([...form.headers.getSetCookie(), ...plain.headers.getSetCookie()]).toEqual([]);
  });

  it('cannot send a form to a page', async () => {
    const send = async (headers: Record<string, string>) =>
      (await fetch(`${api.url}/entrar`, { method: 'POST', headers, body: new URLSearchParams() })).status;
    expect(await send({ origin: 'https://malo.example' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  });
});
