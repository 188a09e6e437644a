import { AccountService } from '#identity';
import { theSystem } from '#platform';
import { graphql, signedIn, testApi, testPassword, type TestApi } from '#support';

/**
 * Redirects and hosts that a stranger chose: Indico took the address to go on to after making an account from the link, and a
 * `javascript:` in it ran (CVE-2024-45399, GHSA-rrqf-w74j-24ff, mended in Flask-Multipass 0.5.5); its mailed links carried the host of the
 * request (GHSA-wgpj-7c2j-vfjm). Sessions that live on: cal.com let a session be moved to another account by an address alone (CVE-2026-23478).
 */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const elsewhere = [
  'https://malo.example/',
  '//malo.example',
  '/\\malo.example',
  'javascript:alert(1)',
  '/%09/malo.example',
  '\t//malo.example',
];

describe('the page to go on to after signing in', () => {
  it.each(elsewhere)('is never another site: %j', async (to) => {
    const { email } = await signedIn(api);
    const body = new URLSearchParams({ email, password: testPassword, to });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${api.url}/entrar?${new URLSearchParams({ to })}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    const next = new URL(answer.headers.get('location') ?? '/', 'http://aqui.example');
    expect([next.protocol, next.host]).toEqual(['http:', 'aqui.example']);
    const page = await (await fetch(`${api.url}/entrar?${new URLSearchParams({ to })}`)).text();
    expect(page).not.toMatch(/(href|action)="[^"]*(javascript:|\/\/malo)/);
  });
});

describe('a host that the request names', () => {
  it('stands in no page and no header', async () => {
    const headers = {
      'x-forwarded-host': 'malo.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=malo.example',
    };
    for (const path of ['/', '/entrar', '/.well-known/security.txt']) {
      const answer = await fetch(`${api.url}${path}`, { headers });
      expect([await answer.text(), ...answer.headers.values()].join('\n')).not.toContain('malo.example');
    }
  });

  it('does not write another address into the audit', async () => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const body = JSON.stringify({ query: 'mutation { signOut }' });
    const headers = { 'content-type': 'application/json', cookie, 'x-forwarded-for': '203.0.113.9' };
    await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    const rows = await api.dataSource.query<unknown[]>(
      "SELECT FROM audit_entry WHERE came_from ->> 'address' = '203.0.113.9'",
    );
    expect(rows).toEqual([]);
  });
});

describe('a session', () => {
  it('of a disabled account is over at the next request', async () => {
    const { cookie, accountId } = await signedIn(api);
    const whoIs = async () => (await graphql<{ me: unknown }>(api.url, '{ me { name } }', { cookie })).data.me;
    expect(await whoIs()).toEqual({ name: 'Personal de prueba' });
    await api.get(AccountService).disable(theSystem, accountId);
    expect(await whoIs()).toBeNull();
  });

  it('is not signed in by another site’s form, which would make somebody work in a stranger’s account', async () => {
    const { email } = await signedIn(api);
    const body = new URLSearchParams({ email, password: testPassword });
    const headers = { origin: 'https://malo.example', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${api.url}/entrar`, { method: 'POST', headers, body, redirect: 'manual' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });
});
