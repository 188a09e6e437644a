import { isRefusal, newId } from '#kernel';
import { requireRecentProof, StepUpNeeded, theSystem, type StaffViewer } from '#platform';
import { anonymous, testApp, testPassword, testStart, type TestApp } from '#support';
import { AccountService } from '../accounts/account.service.js';
import { ProofService } from './proof.service.js';
import { SessionService } from './session.service.js';
import { isSecondFactorNeeded, SignInService } from '../sign-in/sign-in.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const minutes = (count: number): number => count * 60_000;

/** Signs in, and answers how the same session looks now. */
async function signedIn(): Promise<() => Promise<StaffViewer>> {
  const email = `${newId()}@organiza.example`;
  await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  const answer = await app
    .get(SignInService)
    .signIn(anonymous, { email, password: testPassword, address: '192.0.2.7' });
  if (isRefusal(answer) || isSecondFactorNeeded(answer)) throw new Error('Not signed in');
  return async () => {
    const viewer = await app.get(SessionService).viewerOf(answer.token, anonymous);
    if (!viewer) throw new Error('The session is over');
    return viewer;
  };
}

const opens = (viewer: StaffViewer): boolean => {
  try {
    requireRecentProof(viewer);
    return true;
  } catch (error) {
    if (error instanceof StepUpNeeded) return false;
    throw error;
  }
};

describe('what asks for a recent proof', () => {
  it('opens for five minutes after signing in', async () => {
    const now = await signedIn();
    app.clock.advance(minutes(5));
    expect(opens(await now())).toBe(true);
    app.clock.advance(1);
    expect(opens(await now())).toBe(false);
  });

  it('opens again for five minutes after a new proof, which leaves its entry', async () => {
    const now = await signedIn();
    app.clock.advance(minutes(60));
    const viewer = await now();
    const answer = await app.get(ProofService).byPassword(viewer, testPassword, '192.0.2.7');
    expect([isRefusal(answer), opens(await now())]).toEqual([false, true]);
    app.clock.advance(minutes(5) + 1);
    expect(opens(await now())).toBe(false);
    const entries = await app.dataSource.query<object[]>(
      'SELECT action, actor_id FROM audit_entry WHERE subject_id = $1 AND action LIKE $2',
      [viewer.sessionId, 'prove%'],
    );
    expect(entries).toEqual([{ action: 'proveWithPassword', actor_id: viewer.accountId }]);
  });

  it('opens for nobody who only guesses, and the guesses are counted', async () => {
    const now = await signedIn();
    app.clock.advance(minutes(60));
    const guess = async (password: string) => {
      const answer = await app.get(ProofService).byPassword(await now(), password, '192.0.2.7');
      return isRefusal(answer) ? answer.code : 'proved';
    };
    const answers = [];
    for (let n = 0; n < 10; n += 1) answers.push(await guess('not the password'));
    expect(answers).toEqual(Array(10).fill('CURRENT_PASSWORD_WRONG'));
    expect(await guess(testPassword)).toBe('TOO_MANY_ATTEMPTS');
    expect(opens(await now())).toBe(false);
  });
});
