import { isRefusal, newId } from '#kernel';
import { theSystem, type StaffViewer } from '#platform';
import { anonymous, SoftPasskey, testApp, testPassword, testStart, type TestApp } from '#support';
import { AccountService } from '../accounts/account.service.js';
import { newcomer } from '../sign-in/session-opener.js';
import { isSecondFactorNeeded, SignInService } from '../sign-in/sign-in.service.js';
import { PasskeyRepository } from './passkey.repository.js';
import { PasskeyService } from './passkey.service.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';

const origin = 'http://localhost:3000';
const address = '192.0.2.7';
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const challengeIn = (options: string): string => (JSON.parse(options) as { challenge: string }).challenge;

async function anAccount(): Promise<StaffViewer & { email: string }> {
  const email = `${newId()}@organiza.example`;
  const made = await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return { ...newcomer(anonymous, made, newId()), email };
}

async function register(viewer: StaffViewer, key: SoftPasskey, ceremony = {}): Promise<string> {
  const { challengeId, options } = await app.get(PasskeyService).startRegistration(viewer.accountId);
  const answer = key.made({ challenge: challengeIn(options), ...ceremony });
  const made = await app.get(PasskeyService).finishRegistration(viewer, { challengeId, answer }, 'Portátil');
  return isRefusal(made) ? made.code : made.name;
}

async function holder(): Promise<{ viewer: StaffViewer & { email: string }; key: SoftPasskey }> {
  const viewer = await anAccount();
  const key = new SoftPasskey(origin, viewer.accountId);
  await register(viewer, key);
  return { viewer, key };
}

const enter = async (challengeId: string, answer: string): Promise<string> => {
  const signedIn = await app.get(PasskeySignInService).signIn(anonymous, { challengeId, answer }, { address });
  return isRefusal(signedIn) ? signedIn.code : signedIn.viewer.accountId;
};

async function signInWith(key: SoftPasskey, ceremony = {}): Promise<string> {
  const { challengeId, options } = await app.get(PasskeySignInService).start();
  return enter(challengeId, key.signed({ challenge: challengeIn(options), ...ceremony }));
}

describe('a passkey', () => {
  it('signs its owner in without a name or a password, and without a second step', async () => {
    const { viewer, key } = await holder();
    expect(await signInWith(key)).toBe(viewer.accountId);
  });

  it('is one of several, each with its name', async () => {
    const viewer = await anAccount();
    const keys = [1, 2].map(() => new SoftPasskey(origin, viewer.accountId));
    for (const key of keys) await register(viewer, key);
    const rows = await app.get(PasskeyRepository).of(viewer.accountId);
    expect(rows.map(({ name }) => name)).toEqual(['Portátil', 'Portátil']);
    expect(await signInWith(keys[1])).toBe(viewer.accountId);
  });

  it('is asked for with user verification, discoverable, for the host of PUBLIC_URL', async () => {
    const viewer = await anAccount();
    const { options } = await app.get(PasskeyService).startRegistration(viewer.accountId);
    const { rp, authenticatorSelection } = JSON.parse(options) as Record<string, Record<string, unknown>>;
    expect([rp['id'], authenticatorSelection['residentKey'], authenticatorSelection['userVerification']]).toEqual([
      'localhost',
      'required',
      'required',
    ]);
  });

  it('makes a password alone not enough any more', async () => {
    const { viewer } = await holder();
    const answer = await app
      .get(SignInService)
      .signIn(anonymous, { email: viewer.email, password: testPassword, address });
    if (isRefusal(answer) || !isSecondFactorNeeded(answer)) throw new Error('No second step was asked for');
    expect([answer.takesPasskey, answer.takesCode, answer.mustSetUp]).toEqual([true, false, false]);
  });

  it.each([
    ['a page of another site asks', { origin: 'https://tinkuy.malo.example' }],
    ['the same host asks over another port', { origin: 'http://localhost:4000' }],
    ['the device has not verified the person', { userVerified: false }],
  ])('opens nothing when %s', async (_, ceremony) => {
    const { key } = await holder();
    expect(await signInWith(key, ceremony)).toBe('PASSKEY_FAILED');
    expect(await register(await anAccount(), new SoftPasskey(origin, newId()), ceremony)).toBe(
      'PASSKEY_NOT_REGISTERED',
    );
  });

  it('opens nothing when its counter went back: a copy of it is in use', async () => {
    const { key } = await holder();
    key.counter = 7;
    await signInWith(key);
    key.counter = 3;
    expect(await signInWith(key)).toBe('PASSKEY_FAILED');
  });

  it('opens nothing when it was revoked, or its account disabled', async () => {
    const [revoked, disabled] = [await holder(), await holder()];
    const [row] = await app.get(PasskeyRepository).of(revoked.viewer.accountId);
    expect(await app.get(PasskeyService).revoke(disabled.viewer, row.id)).toBe(false);
    expect(await app.get(PasskeyService).revoke(revoked.viewer, row.id)).toBe(true);
    await app.get(AccountService).disable(theSystem, disabled.viewer.accountId);
    expect([await signInWith(revoked.key), await signInWith(disabled.key)]).toEqual([
      'PASSKEY_FAILED',
      'PASSKEY_FAILED',
    ]);
  });

  it('opens nothing when nobody registered it, or when the answer is nonsense', async () => {
    expect(await signInWith(new SoftPasskey(origin, newId()))).toBe('PASSKEY_FAILED');
    const { challengeId } = await app.get(PasskeySignInService).start();
    expect(await enter(challengeId, '{"id":')).toBe('PASSKEY_FAILED');
    expect(await enter('no id', '{}')).toBe('PASSKEY_FAILED');
  });
});

describe('a challenge', () => {
  it('is answered within five minutes', async () => {
    const { viewer, key } = await holder();
    const { challengeId, options } = await app.get(PasskeySignInService).start();
    const answer = key.signed({ challenge: challengeIn(options) });
    app.clock.advance(300_000);
    expect(await enter(challengeId, answer)).toBe('PASSKEY_FAILED');
    expect(await signInWith(key)).toBe(viewer.accountId);
  });

  it('for one thing serves for nothing else', async () => {
    const { viewer, key } = await holder();
    const proof = await app.get(PasskeySignInService).startProof(viewer);
    expect(await enter(proof.challengeId, key.signed({ challenge: challengeIn(proof.options) }))).toBe(
      'PASSKEY_FAILED',
    );
  });

  it('that ten answer at once lets one in', async () => {
    const { viewer, key } = await holder();
    const { challengeId, options } = await app.get(PasskeySignInService).start();
    const answer = key.signed({ challenge: challengeIn(options) });
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(challengeId, answer)));
    expect(answers.filter((one) => one === viewer.accountId).length).toBe(1);
  });

  it('would let all ten in, if it were read first and removed after', async () => {
    const { challengeId } = await app.get(PasskeySignInService).start();
    let readers = 0;
    let release: () => void = () => undefined;
    const everybodyHasRead = new Promise<void>((resolve) => (release = resolve));
    const naive = async (): Promise<boolean> => {
      const rows = await app.dataSource.query<object[]>('SELECT FROM sign_in_challenge WHERE id = $1', [challengeId]);
      if (++readers === 10) release();
      await everybodyHasRead;
      if (rows.length === 0) return false;
      await app.dataSource.query('DELETE FROM sign_in_challenge WHERE id = $1', [challengeId]);
      return true;
    };
    expect((await Promise.all(Array.from({ length: 10 }, naive))).filter(Boolean).length).toBe(10);
  });
});

describe('a proof by passkey', () => {
  it('takes only a passkey of whoever is signed in', async () => {
    const [mine, other] = [await holder(), await holder()];
    const prove = async (key: SoftPasskey) => {
      const { challengeId, options } = await app.get(PasskeySignInService).startProof(mine.viewer);
      const answer = key.signed({ challenge: challengeIn(options) });
      return app.get(PasskeySignInService).isProof(mine.viewer, { challengeId, answer });
    };
    expect([await prove(mine.key), await prove(other.key)]).toEqual([true, false]);
  });
});
