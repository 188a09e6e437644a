import { AccountService } from '#identity';
import { theSystem } from '#platform';
import { download, graphql, signedIn, testApi, testPassword, testStart, type TestApi } from '#support';
import { Secret, TOTP } from 'otpauth';

/**
 * A second factor that skips the first: at cal.com a code of the app let people in whose password was wrong (CVE-2025-66489,
 * GHSA-9r3w-4j8q-pw98). Sessions that outlive a disabled account: alf.io did not end them (CVE-2024-25628).
 */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.clock.set(testStart));
afterAll(() => api.close());

type Answer = Record<string, Record<string, unknown> | null>;

async function ask(query: string, variables: Record<string, unknown> = {}, cookie = '') {
  const answer = await graphql<Answer | null>(api.url, query, { cookie, variables });
  return { data: answer.data, code: answer.errors?.[0].extensions.code, cookies: answer.headers.getSetCookie() };
}

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ... on Me { name } ... on SecondFactorNeeded { pendingToken } ... on Refusal { code } } }`;
const confirm = `mutation ($input: SecondStepInput!) { confirmSignIn(input: $input) { ... on Me { name } ... on Refusal { code } } }`;
const setUp = `mutation ($pendingToken: String!) { startSignInSetup(pendingToken: $pendingToken) {
  ... on AuthenticatorSetup { secret } ... on Refusal { code } } }`;

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() });

/** Somebody whose password alone does not do; the code that was used to set the app up is half a minute old. */
async function withApp() {
  const staff = await signedIn(api);
  const started = await ask('mutation { startAuthenticator { secret } }', {}, staff.cookie);
  const secret = String(started.data?.['startAuthenticator']?.['secret']);
  const confirmApp =
    'mutation ($code: String!) { confirmAuthenticator(code: $code) { ... on RecoveryCodes { codes } } }';
  const made = await ask(confirmApp, { code: codeOf(secret) }, staff.cookie);
  const [recovery] = made.data?.['confirmAuthenticator']?.['codes'] as string[];
  api.clock.advance(60_000);
  return { ...staff, secret, recovery };
}

async function pendingOf(email: string): Promise<string> {
  const { data, cookies } = await ask(signIn, { input: { email, password: testPassword } });
  expect(cookies.filter((one) => one.startsWith('tinkuy='))).toEqual([]);
  return String(data?.['signIn']?.['pendingToken']);
}

const step = async (pendingToken: string, code: string) => {
  const { data, cookies } = await ask(confirm, { input: { pendingToken, code } });
  return { ...data?.['confirmSignIn'], entered: cookies.some((one) => one.startsWith('tinkuy=')) };
};

describe('whoever has taken the first step alone', () => {
  it('opens nothing with what it gave, in whatever place it is carried', async () => {
    const { email } = await withApp();
    const token = await pendingOf(email);
    const form = await fetch(`${api.url}/entrar`, {
      method: 'POST',
      body: new URLSearchParams({ email, password: testPassword }),
      redirect: 'manual',
    });
    const given = form.headers.getSetCookie().map((one) => one.split(';')[0]);
    expect([form.status, form.headers.get('location')?.split('?')[0], given.length]).toEqual([
      303,
      '/entrar/codigo',
      1,
    ]);
    const value = given[0].slice(given[0].indexOf('=') + 1);
    for (const cookie of [given[0], `tinkuy=${token}`, `tinkuy=${value}`]) {
      const seen = await ask('{ me { name } persons { totalCount } }', {}, cookie);
      const file = await download(api.url, '/exports/persons.csv', cookie);
      const proof = await fetch(`${api.url}/entrar/comprobar`, { headers: { cookie }, redirect: 'manual' });
      expect([seen.code, file.status, proof.status]).toEqual(['UNAUTHENTICATED', 401, 403]);
    }
  });

  it('cannot choose another app in place of the owner’s', async () => {
    const { email, secret } = await withApp();
    const token = await pendingOf(email);
    expect((await ask(setUp, { pendingToken: token })).data).toEqual({ startSignInSetup: { code: 'SIGN_IN_EXPIRED' } });
    expect(await step(token, codeOf(secret))).toEqual({ name: 'Personal de prueba', entered: true });
  });

  it('enters no more when the account was disabled in between', async () => {
    const { email, secret, accountId } = await withApp();
    const token = await pendingOf(email);
    await api.get(AccountService).disable(theSystem, accountId);
    expect(await step(token, codeOf(secret))).toEqual({ code: 'SIGN_IN_EXPIRED', entered: false });
  });

  it('has ten guesses, also in one document', async () => {
    const { email } = await withApp();
    const token = await pendingOf(email);
    const guesses = Array.from(
      { length: 15 },
      (_, n) =>
        `try${n}: confirmSignIn(input: { pendingToken: "${token}", code: "${100_000 + n}" }) { ... on Refusal { code } }`,
    );
    const { data } = await ask(`mutation { ${guesses.join('\n')} }`);
    const codes = Object.values(data ?? {}).map((one) => one?.['code']);
    expect([codes.slice(0, 10), codes.slice(10)]).toEqual([
      Array<string>(10).fill('CODE_WRONG'),
      Array<string>(5).fill('TOO_MANY_ATTEMPTS'),
    ]);
  });
});

describe('whoever holds the second factor alone', () => {
  it('gets no further with the right code and a wrong password', async () => {
    const { email, secret } = await withApp();
    const wrong = await ask(signIn, { input: { email, password: 'not the password' } });
    expect(wrong.data).toEqual({ signIn: { code: 'SIGN_IN_FAILED' } });
    const together = await ask(signIn, { input: { email, password: 'not the password', totpCode: codeOf(secret) } });
    expect([together.data, together.code]).toEqual([undefined, 'BAD_USER_INPUT']);
    for (const token of ['', 'x'.repeat(43), email]) {
      expect(await step(token, codeOf(secret))).toEqual({ code: 'SIGN_IN_EXPIRED', entered: false });
    }
  });

  it.each(['codigo', 'configurar'])('is sent back to the first step from /entrar/%s', async (path) => {
    const { secret } = await withApp();
    const body = new URLSearchParams({ code: codeOf(secret) });
    const answer = await fetch(`${api.url}/entrar/${path}`, { method: 'POST', body, redirect: 'manual' });
    const isIn = answer.headers.getSetCookie().some((one) => one.startsWith('tinkuy='));
    expect([isIn, answer.status < 500, answer.headers.get('location') ?? '/entrar']).toEqual([false, true, '/entrar']);
  });
});

describe('what was used once', () => {
  it('opens nothing again: the code of the app, a recovery code, the first step', async () => {
    const { email, secret, recovery } = await withApp();
    const [first, second, third] = [await pendingOf(email), await pendingOf(email), await pendingOf(email)];
    const code = codeOf(secret);
    expect(await step(first, code)).toMatchObject({ entered: true });
    expect(await step(second, code)).toEqual({ code: 'CODE_WRONG', entered: false });
    expect(await step(second, recovery)).toMatchObject({ entered: true });
    expect(await step(third, recovery)).toEqual({ code: 'CODE_WRONG', entered: false });
    api.clock.advance(60_000);
    expect(await step(first, codeOf(secret))).toEqual({ code: 'SIGN_IN_EXPIRED', entered: false });
    expect(await step(third, codeOf(secret))).toMatchObject({ entered: true });
  });
});

describe('a disabled account', () => {
  it('is out of the API, the pages and the files at the next request', async () => {
    const { cookie, accountId, email } = await signedIn(api, { isAdministrator: true });
    const statuses = async () => [
      (await ask('{ persons { totalCount } }', {}, cookie)).code,
      (await download(api.url, '/exports/events.csv', cookie)).status,
      (await fetch(`${api.url}/entrar/comprobar`, { headers: { cookie }, redirect: 'manual' })).status,
    ];
    expect(await statuses()).toEqual([undefined, 200, 200]);
    await api.get(AccountService).disable(theSystem, accountId);
    expect(await statuses()).toEqual(['UNAUTHENTICATED', 401, 403]);
    expect((await ask(signIn, { input: { email, password: testPassword } })).data).toEqual({
      signIn: { code: 'SIGN_IN_FAILED' },
    });
  });
});
