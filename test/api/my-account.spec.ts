import { graphql, signedIn, SoftPasskey, testApi, testPassword, testStart, type TestApi } from '#support';
import { Secret, TOTP } from 'otpauth';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.clock.set(testStart));
afterAll(() => api.close());

type Answer = Record<string, Record<string, unknown>>;

async function ask(cookie: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await graphql<Answer>(api.url, query, { cookie, variables });
  return errors ? { error: { code: errors[0].extensions.code } } : data;
}

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() });
const challengeIn = (options: unknown): string => (JSON.parse(String(options)) as { challenge: string }).challenge;

const startApp = 'mutation { startAuthenticator { secret uri qr } }';
const confirmApp = `mutation ($code: String!) { confirmAuthenticator(code: $code) {
  ... on RecoveryCodes { codes } ... on Refusal { code field } } }`;
const mine = `{ myAccount { email hasPassword hasAuthenticator recoveryCodesLeft
  passkeys { name lastUsedAt } sessions { id device address isCurrent } } }`;
const prove = `mutation ($password: String!) { proveWithPassword(password: $password) { ... on Me { isRecentlyProved } } }`;
const signInMutation = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ... on Me { name } ... on SecondFactorNeeded { pendingToken takesCode takesPasskey mustSetUp } ... on Refusal { code } } }`;

async function withApp() {
  const staff = await signedIn(api);
  const { startAuthenticator: setup } = await ask(staff.cookie, startApp);
  const secret = String(setup['secret']);
  const { confirmAuthenticator: made } = await ask(staff.cookie, confirmApp, { code: codeOf(secret) });
  return { ...staff, secret, codes: made['codes'] as string[] };
}

describe('staff keep their own account', () => {
  it('with an app, whose first code must be right, and ten recovery codes', async () => {
    const { cookie, email } = await signedIn(api);
    const { startAuthenticator: setup } = await ask(cookie, startApp);
    expect(await ask(cookie, confirmApp, { code: '000000' })).toEqual({
      confirmAuthenticator: { code: 'CODE_WRONG', field: 'code' },
    });
    const { confirmAuthenticator: made } = await ask(cookie, confirmApp, { code: codeOf(String(setup['secret'])) });
    const { myAccount } = await ask(cookie, mine);
    expect([(made['codes'] as string[]).length, myAccount]).toEqual([
      10,
      {
        email,
        hasPassword: true,
        hasAuthenticator: true,
        recoveryCodesLeft: 10,
        passkeys: [],
        sessions: [{ id: expect.any(String), device: null, address: '127.0.0.1', isCurrent: true }],
      },
    ]);
  });

  it('and sign in by the API in two steps', async () => {
    const { email, secret } = await withApp();
    api.clock.advance(60_000);
    const input = { email, password: testPassword };
    const { signIn } = await ask('', signInMutation, { input });
    const { pendingToken, ...step } = signIn;
    expect(step).toEqual({ takesCode: true, takesPasskey: false, mustSetUp: false });
    const confirm = `mutation ($input: SecondStepInput!) { confirmSignIn(input: $input) { ... on Me { name } } }`;
    const answer = await graphql<Answer>(api.url, confirm, {
      variables: { input: { pendingToken, code: codeOf(secret) } },
    });
    const cookie = answer.headers.getSetCookie()[0].split(';')[0];
    expect([answer.data['confirmSignIn'], (await ask(cookie, '{ me { name } }'))['me']]).toEqual([
      { name: 'Personal de prueba' },
      { name: 'Personal de prueba' },
    ]);
    expect((await ask(`tinkuy=${String(pendingToken)}`, '{ me { name } }'))['me']).toBeNull();
  });

  it('with passkeys, which sign in without a name', async () => {
    const { cookie, accountId } = await signedIn(api);
    const key = new SoftPasskey('http://localhost:3000', accountId);
    const { startPasskeyRegistration: question } = await ask(
      cookie,
      'mutation { startPasskeyRegistration { challengeId options } }',
    );
    const reply = {
      challengeId: question['challengeId'],
      answer: key.made({ challenge: challengeIn(question['options']) }),
    };
    const register = `mutation ($reply: PasskeyReplyInput!, $name: String!) {
      registerPasskey(reply: $reply, name: $name) { ... on Passkey { name } ... on Refusal { code } } }`;
    expect(await ask(cookie, register, { reply, name: ' Teléfono  azul ' })).toEqual({
      registerPasskey: { name: 'Teléfono azul' },
    });
    const { startPasskeySignIn: asked } = await ask('', 'mutation { startPasskeySignIn { challengeId options } }');
    const signed = {
      challengeId: asked['challengeId'],
      answer: key.signed({ challenge: challengeIn(asked['options']) }),
    };
    const enter = `mutation ($reply: PasskeyReplyInput!) { signInWithPasskey(reply: $reply) { ... on Me { accountId } ... on Refusal { code } } }`;
    expect(await ask('', enter, { reply: signed })).toEqual({ signInWithPasskey: { accountId } });
    expect(await ask('', enter, { reply: signed })).toEqual({ signInWithPasskey: { code: 'PASSKEY_FAILED' } });
  });

  it.each([
    ['an app', startApp],
    ['recovery codes', 'mutation { renewRecoveryCodes { codes } }'],
    ['a passkey', 'mutation { startPasskeyRegistration { challengeId } }'],
    ['one app less', 'mutation { removeAuthenticator { __typename } }'],
  ])('only with a recent proof where it is about %s', async (_, mutation) => {
    const { cookie } = await signedIn(api);
    api.clock.advance(300_001);
    expect(await ask(cookie, mutation)).toEqual({ error: { code: 'STEP_UP_NEEDED' } });
    expect(await ask(cookie, prove, { password: testPassword })).toEqual({
      proveWithPassword: { isRecentlyProved: true },
    });
    expect((await ask(cookie, mutation))['error']).toBeUndefined();
  });

  it('and see where they are signed in, and end what they do not recognise', async () => {
    const staff = await signedIn(api);
    const others = await Promise.all([1, 2].map(() => signInAgain(staff.email)));
    const { myAccount } = await ask(staff.cookie, mine);
    const sessions = myAccount['sessions'] as { id: string; isCurrent: boolean }[];
    expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, false, true]);
    const stranger = await signedIn(api);
    const end = 'mutation ($id: ID!) { endMySession(id: $id) { sessions { isCurrent } } }';
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id;
    await ask(stranger.cookie, end, { id: other });
    const untouched = (await ask(staff.cookie, mine))['myAccount']['sessions'] as unknown[];
    expect(untouched.length).toBe(3);
    await ask(staff.cookie, end, { id: other });
    const live = await Promise.all(others.map(async (cookie) => (await ask(cookie, '{ me { name } }'))['me'] !== null));
    expect(live.filter(Boolean).length).toBe(1);
    await ask(staff.cookie, 'mutation { endMyOtherSessions { id } }');
    expect((await ask(staff.cookie, mine))['myAccount']['sessions']).toEqual([
      { id: expect.any(String), device: null, address: '127.0.0.1', isCurrent: true },
    ]);
  });

  async function signInAgain(email: string): Promise<string> {
    const { headers } = await graphql(api.url, signInMutation, {
      variables: { input: { email, password: testPassword } },
    });
    return headers.getSetCookie()[0].split(';')[0];
  }
});

describe('an administrator', () => {
  it('gives one who lost everything a way to begin anew, and learns no password', async () => {
    const admin = await signedIn(api, { isAdministrator: true });
    const { accountId, cookie, email } = await withApp();
    const reset = 'mutation ($id: ID!) { resetStaffFactors(id: $id) { ... on StaffAccount { email } } }';
    expect(await ask(cookie, reset, { id: admin.accountId })).toEqual({ error: { code: 'FORBIDDEN' } });
    expect(await ask(admin.cookie, reset, { id: accountId })).toEqual({ resetStaffFactors: { email } });
    expect((await ask(cookie, '{ me { name } }'))['me']).toBeNull();
    const input = { email, password: testPassword };
    expect(await ask('', signInMutation, { input })).toEqual({ signIn: { code: 'SIGN_IN_FAILED' } });
  });

  it('may ask one account for a second factor, which is set up on the way in', async () => {
    const admin = await signedIn(api, { isAdministrator: true });
    const { accountId, email } = await signedIn(api);
    const require = `mutation ($id: ID!) { requireStaffSecondFactor(id: $id, required: true) { ... on StaffAccount { requiresSecondFactor } } }`;
    await ask(admin.cookie, require, { id: accountId });
    const { signIn } = await ask('', signInMutation, { input: { email, password: testPassword } });
    expect(signIn['mustSetUp']).toBe(true);
  });
});
