import { graphql, signedIn, testApi, testPassword, testStart, type TestApi } from '#support';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.clock.set(testStart));
afterAll(() => api.close());

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });

/** A quoted value may hold `>`. */
const inputs = /<input ((?:[^>"]|"[^"]*")*)>/g;

const attributes = (html: string, name: string): Record<string, string> => {
  const fields = [...html.matchAll(inputs)].map(([, text]) =>
    Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );
  const field = fields.find((one) => one['name'] === name);
  if (!field) throw new Error(`No field ${name} on the page`);
  return field;
};

const whoIs = async (cookie: string) =>
  (await graphql<{ me: unknown }>(api.url, '{ me { name } }', { cookie })).data.me;

describe('the sign-in page', () => {
  it('works without a script, in both languages', async () => {
    const response = await fetch(`${api.url}/entrar?lang=en`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toBe('Sign in');
    expect(/<form method="post" action="(\/entrar\?[^"]*)"/.exec(html)?.[1]).toBe('/entrar?lang=en');
    expect(attributes(html, 'password')['type']).toBe('password');
  });

  it('signs in, and out again', async () => {
    const { email } = await signedIn(api);
    const response = await send('/entrar', { email, password: testPassword });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/panel']);
    const cookie = response.headers.getSetCookie()[0].split(';')[0];
    expect(await whoIs(cookie)).toEqual({ name: 'Personal de prueba' });
    const again = await fetch(`${api.url}/entrar`, { headers: { cookie }, redirect: 'manual' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/panel']);
    const out = await send('/salir', {}, { cookie });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/entrar']);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('keeps the e-mail that was typed, never the password, and says how to mend it', async () => {
    const email = 'rosa"><script>@organiza.example';
    const response = await send('/entrar', { email, password: 'a secret that I typed' });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(attributes(html, 'email')['value']).toBe('rosa&quot;>&lt;script>@organiza.example');
    expect(html.includes('a secret that I typed')).toBe(false);
    expect(/<li>(.*?)<\/li>/.exec(html)?.[1]).toBe(
      'El correo o la contraseña no son correctos. Revise ambos y vuelva a intentar.',
    );
  });

  it('lets nobody guess on', async () => {
    const { email } = await signedIn(api);
    for (let n = 0; n < 10; n += 1) await send('/entrar', { email, password: 'not the password' });
    const response = await send('/entrar?lang=en', { email, password: testPassword });
    expect(response.status).toBe(429);
    expect(/<li>(.*?)<\/li>/.exec(await response.text())?.[1]).toBe(
      'There were too many attempts in a row. Wait 15 min and try again.',
    );
  });

  it('takes no form that another site sends', async () => {
    const { email } = await signedIn(api);
    const response = await send('/entrar', { email, password: testPassword }, { origin: 'https://malo.example' });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('takes a form without fields, or with nonsense in them, as a failure', async () => {
    expect((await send('/entrar', {})).status).toBe(422);
    const body = new URLSearchParams([
      ['email', 'a@b.example'],
      ['email', 'c@d.example'],
      ['password[x]', 'y'],
    ]);
    const response = await fetch(`${api.url}/entrar`, { method: 'POST', body });
    expect(response.status).toBe(422);
  });
});

describe("staff's own password", () => {
  const change = `mutation ($current: String!, $password: String!) {
    changeMyPassword(current: $current, password: $password) { ... on Me { name } ... on Refusal { code field } }
  }`;

  it('is changed by whoever knows it, and ends the other sessions', async () => {
    const { email, cookie } = await signedIn(api);
    const other = (await send('/entrar', { email, password: testPassword })).headers.getSetCookie()[0].split(';')[0];
    const variables = { current: 'not the password', password: 'otra frase bien larga' };
    const wrong = await graphql(api.url, change, { cookie, variables });
    expect(wrong.data).toEqual({ changeMyPassword: { code: 'CURRENT_PASSWORD_WRONG', field: 'current' } });
    const right = await graphql(api.url, change, { cookie, variables: { ...variables, current: testPassword } });
    expect(right.data).toEqual({ changeMyPassword: { name: 'Personal de prueba' } });
    expect([await whoIs(cookie), await whoIs(other)]).toEqual([{ name: 'Personal de prueba' }, null]);
    expect((await send('/entrar', { email, password: testPassword })).status).toBe(422);
    expect((await send('/entrar', { email, password: 'otra frase bien larga' })).status).toBe(303);
  });
});
