import { graphql, signedIn, testApi, testPassword, testStart, type TestApi } from '#support';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.clock.set(testStart));
afterAll(() => api.close());

type Codes = Record<string, { code: string }>;

/** One document with the mutation so many times, each under a name of its own; the codes of the refusals in their order. */
async function manyTimes(
  url: string,
  times: number,
  mutation: (n: number) => string,
  cookie?: string,
): Promise<string[]> {
  const fields = Array.from({ length: times }, (_, n) => `try${n}: ${mutation(n)} { ... on Refusal { code } }`);
  const { data } = await graphql<Codes>(url, `mutation { ${fields.join('\n')} }`, { cookie });
  return Object.values(data).map(({ code }) => code);
}

const refusals = (wrong: string, times: number): string[] => [
  ...Array<string>(10).fill(wrong),
  ...Array<string>(times - 10).fill('TOO_MANY_ATTEMPTS'),
];

describe('fifteen guesses in one document count as fifteen', () => {
  it('of a password', async () => {
    const { email } = await signedIn(api);
    const guess = (n: number) => `signIn(input: { email: "${email}", password: "guess ${n}" })`;
    expect(await manyTimes(api.url, 15, guess)).toEqual(refusals('SIGN_IN_FAILED', 15));
  });

  it('of a code that proves the person', async () => {
    const { cookie } = await signedIn(api);
    const guess = (n: number) => `proveWithCode(code: "${100_000 + n}")`;
    expect(await manyTimes(api.url, 15, guess, cookie)).toEqual(refusals('CODE_WRONG', 15));
  });

  it('of a password that proves the person', async () => {
    const { cookie } = await signedIn(api);
    const guess = (n: number) => `proveWithPassword(password: "guess ${n}")`;
    expect(await manyTimes(api.url, 15, guess, cookie)).toEqual(refusals('CURRENT_PASSWORD_WRONG', 15));
  });

  it('of a passkey', async () => {
    const guess = () => 'signInWithPasskey(reply: { challengeId: "x", answer: "{}" })';
    expect(await manyTimes(api.url, 15, guess)).toEqual(refusals('PASSKEY_FAILED', 15));
  });
});

describe('what a client says of its own address', () => {
  const guess = (url: string, email: string, forwarded: string) =>
    fetch(`${url}/entrar`, {
      method: 'POST',
      headers: { 'x-forwarded-for': forwarded },
      body: new URLSearchParams({ email, password: 'not the password' }),
    });

  it('gives no attempts back where no proxy is named', async () => {
    const { email } = await signedIn(api);
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await guess(api.url, email, `198.51.100.${n}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });

  it('is believed of a proxy that is named, and of what it says last', async () => {
    const behind = await testApi({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
    try {
      const { email } = await signedIn(behind);
      for (let n = 0; n < 10; n += 1) await guess(behind.url, email, '203.0.113.1, 198.51.100.1');
      const statuses = [
        (await guess(behind.url, email, '198.51.100.1')).status,
        (await guess(behind.url, email, '198.51.100.2')).status,
      ];
      expect(statuses).toEqual([429, 422]);
    } finally {
      await behind.close();
    }
  });
});

describe('without a script', () => {
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  it('what needs a recent proof leads to a page that asks for it, and back', async () => {
    const { cookie } = await signedIn(api);
    const form = await fetch(`${api.url}/entrar/comprobar?volver=/panel/account`, { headers: { cookie } });
    expect(form.status).toBe(200);
    const wrong = await send('/entrar/comprobar?volver=/panel/account', { password: 'not the password' }, cookie);
    const right = await send('/entrar/comprobar?volver=/panel/account', { password: testPassword }, cookie);
    const away = await send('/entrar/comprobar?volver=https://malo.example', { password: testPassword }, cookie);
    expect([wrong.status, right.headers.get('location'), away.headers.get('location')]).toEqual([
      422,
      '/panel/account',
      '/panel',
    ]);
  });

  it('the second step is closed to whoever has not taken the first', async () => {
    for (const path of ['/entrar/codigo', '/entrar/configurar']) {
      const answer = await fetch(api.url + path, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/entrar']);
    }
  });
});
