import { isRefusal, newId } from '#kernel';
import { theSystem, UnitOfWork } from '#platform';
import { anonymous, testApp, testPassword, testStart, type TestApp } from '#support';
import { AccountService } from '../accounts/account.service.js';
import { AuthenticatorService } from '../factors/authenticator.service.js';
import { codeAt } from '../factors/time-code.js';
import { newcomer } from './session-opener.js';
import { SecondStepService } from './second-step.service.js';
import type { SecondFactorNeeded } from './sign-in.rules.js';
import { isSecondFactorNeeded, SignInService } from './sign-in.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const address = '192.0.2.7';
const seconds = (count: number): number => count * 1000;

interface Protected {
  readonly email: string;
  readonly accountId: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function anAccount() {
  const email = `${newId()}@organiza.example`;
  const made = await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}

/** An account with an app, set up an hour ago. */
async function protectedAccount(): Promise<Protected> {
  const account = await anAccount();
  const apps = app.get(AuthenticatorService);
  const { secret } = await apps.start({ accountId: account.id, email: account.email });
  const viewer = newcomer(anonymous, account, newId());
  const recoveryCodes = await app
    .get(UnitOfWork)
    .run((work) => apps.confirm(work, viewer, codeAt(secret, app.clock.now())));
  if (isRefusal(recoveryCodes)) throw new Error(recoveryCodes.code);
  app.clock.advance(seconds(3600));
  return { email: account.email, accountId: account.id, secret, recoveryCodes };
}

async function firstStep(email: string): Promise<SecondFactorNeeded> {
  const answer = await app.get(SignInService).signIn(anonymous, { email, password: testPassword, address });
  if (isRefusal(answer) || !isSecondFactorNeeded(answer)) throw new Error('No second step was asked for');
  return answer;
}

async function confirm(pendingToken: string, code: string, from = address): Promise<string> {
  const answer = await app.get(SecondStepService).confirm(anonymous, { pendingToken, code, address: from });
  return isRefusal(answer) ? answer.code : 'in';
}

describe('a password that is right', () => {
  it('is not enough where an app is set up', async () => {
    const { email } = await protectedAccount();
    const { pendingToken, ...step } = await firstStep(email);
    expect(step).toEqual({ takesCode: true, takesPasskey: false, mustSetUp: false });
    const sessions = await app.dataSource.query<object[]>('SELECT id FROM staff_session');
    expect([pendingToken.length, sessions]).toEqual([43, []]);
  });

  it('lets in with the code that the app shows, of the step before and the step after too', async () => {
    const { email, secret } = await protectedAccount();
    const answers = [];
    for (const offset of [-30, 0, 30, 60]) {
      const { pendingToken } = await firstStep(email);
      answers.push(await confirm(pendingToken, codeAt(secret, new Date(app.clock.now().getTime() + seconds(offset)))));
    }
    expect(answers).toEqual(['in', 'in', 'in', 'CODE_WRONG']);
  });

  it('waits ten minutes for the code, and serves once', async () => {
    const { email, secret } = await protectedAccount();
    const { pendingToken } = await firstStep(email);
    app.clock.advance(seconds(600));
    expect(await confirm(pendingToken, codeAt(secret, app.clock.now()))).toBe('SIGN_IN_EXPIRED');
    const second = await firstStep(email);
    expect(await confirm(second.pendingToken, codeAt(secret, app.clock.now()))).toBe('in');
    app.clock.advance(seconds(30));
    expect(await confirm(second.pendingToken, codeAt(secret, app.clock.now()))).toBe('SIGN_IN_EXPIRED');
  });

  it('never lets a disabled account through its second step', async () => {
    const { email, secret, accountId } = await protectedAccount();
    const { pendingToken } = await firstStep(email);
    await app.get(AccountService).disable(theSystem, accountId);
    expect(await confirm(pendingToken, codeAt(secret, app.clock.now()))).toBe('SIGN_IN_EXPIRED');
  });
});

describe('the second step', () => {
  it('takes no code without the token of a first one', async () => {
    const { secret } = await protectedAccount();
    expect(await confirm('x'.repeat(43), codeAt(secret, app.clock.now()))).toBe('SIGN_IN_EXPIRED');
  });

  it('takes no code of another account', async () => {
    const [mine, other] = [await protectedAccount(), await protectedAccount()];
    const { pendingToken } = await firstStep(mine.email);
    expect(await confirm(pendingToken, codeAt(other.secret, app.clock.now()))).toBe('CODE_WRONG');
    expect(await confirm(pendingToken, other.recoveryCodes[0])).toBe('CODE_WRONG');
  });

  it('bounds the guesses, from all addresses together, and a right password gives none back', async () => {
    const { email, secret } = await protectedAccount();
    const answers = [];
    for (let n = 0; n < 33; n += 1) {
      const { pendingToken } = await firstStep(email);
      answers.push(await confirm(pendingToken, '000000', `198.51.100.${Math.floor(n / 8)}`));
    }
    expect(answers).toEqual([...Array<string>(30).fill('CODE_WRONG'), ...Array<string>(3).fill('TOO_MANY_ATTEMPTS')]);
    const { pendingToken } = await firstStep(email);
    expect(await confirm(pendingToken, codeAt(secret, app.clock.now()), '203.0.113.9')).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('a code', () => {
  it('is used once: neither it nor an earlier one opens again', async () => {
    const { email, secret } = await protectedAccount();
    const now = codeAt(secret, app.clock.now());
    const before = codeAt(secret, new Date(app.clock.now().getTime() - seconds(30)));
    const answers = [];
    for (const code of [now, now, before]) answers.push(await confirm((await firstStep(email)).pendingToken, code));
    expect(answers).toEqual(['in', 'CODE_WRONG', 'CODE_WRONG']);
  });

  it('that ten send at once lets one in', async () => {
    const { email, secret } = await protectedAccount();
    const steps = await Promise.all(Array.from({ length: 10 }, () => firstStep(email)));
    const code = codeAt(secret, app.clock.now());
    const answers = await Promise.all(steps.map(({ pendingToken }, n) => confirm(pendingToken, code, `192.0.2.${n}`)));
    expect(answers.filter((answer) => answer === 'in').length).toBe(1);
  });

  it('would let all ten in, if its step were read first and written after', async () => {
    const { accountId } = await protectedAccount();
    let readers = 0;
    let release: () => void = () => undefined;
    const everybodyHasRead = new Promise<void>((resolve) => (release = resolve));
    const naive = async (): Promise<boolean> => {
      const [{ last }] = await app.dataSource.query<{ last: string }[]>(
        'SELECT last_step AS last FROM authenticator WHERE account_id = $1',
        [accountId],
      );
      if (++readers === 10) release();
      await everybodyHasRead;
      const step = Math.floor(app.clock.now().getTime() / 30_000);
      if (Number(last) >= step) return false;
      await app.dataSource.query('UPDATE authenticator SET last_step = $2 WHERE account_id = $1', [accountId, step]);
      return true;
    };
    expect((await Promise.all(Array.from({ length: 10 }, naive))).filter(Boolean).length).toBe(10);
  });
});

describe('a recovery code', () => {
  it('stands for the app once, however it is typed', async () => {
    const { email, recoveryCodes } = await protectedAccount();
    const typed = recoveryCodes[0].toLowerCase().replace('-', ' ');
    const answers = [];
    for (const code of [typed, typed, recoveryCodes[1]])
      answers.push(await confirm((await firstStep(email)).pendingToken, code));
    expect([recoveryCodes.length, answers]).toEqual([10, ['in', 'CODE_WRONG', 'in']]);
  });

  it('that ten send at once lets one in', async () => {
    const { email, recoveryCodes } = await protectedAccount();
    const steps = await Promise.all(Array.from({ length: 10 }, () => firstStep(email)));
    const answers = await Promise.all(
      steps.map(({ pendingToken }, n) => confirm(pendingToken, recoveryCodes[3], `192.0.2.${n}`)),
    );
    expect(answers.filter((answer) => answer === 'in').length).toBe(1);
  });

  it('stands in the database as a digest under the SECRET, and the app as a sealed secret', async () => {
    const { accountId, secret, recoveryCodes } = await protectedAccount();
    const rows = [
      ...(await app.dataSource.query<object[]>('SELECT * FROM recovery_code WHERE account_id = $1', [accountId])),
      ...(await app.dataSource.query<object[]>('SELECT * FROM authenticator WHERE account_id = $1', [accountId])),
    ];
    const plain = [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))];
    expect(rows.filter((row) => plain.some((text) => JSON.stringify(row).includes(text)))).toEqual([]);
  });
});

describe('where a second factor is required and none is there', () => {
  const step = (pendingToken: string, code: string) =>
    app.get(SecondStepService).confirmSetup(anonymous, { pendingToken, code, address });

  async function required() {
    const account = await anAccount();
    await app.dataSource.query('UPDATE account SET requires_second_factor = true WHERE id = $1', [account.id]);
    return { account, needed: await firstStep(account.email) };
  }

  it('an app is set up on the way in, with recovery codes', async () => {
    const { account, needed } = await required();
    expect(needed.mustSetUp).toBe(true);
    const setup = await app.get(SecondStepService).startSetup(needed.pendingToken);
    if (isRefusal(setup)) throw new Error(setup.code);
    const wrong = await step(needed.pendingToken, '000000');
    expect(isRefusal(wrong) && wrong.code).toBe('CODE_WRONG');
    const right = await step(needed.pendingToken, codeAt(setup.secret, app.clock.now()));
    if (isRefusal(right)) throw new Error(right.code);
    expect([right.viewer.accountId, right.recoveryCodes.length]).toEqual([account.id, 10]);
    app.clock.advance(seconds(60));
    expect((await firstStep(account.email)).mustSetUp).toBe(false);
  });

  it('an app that works is not replaced by one who only knows the password', async () => {
    const { email } = await protectedAccount();
    const { pendingToken } = await firstStep(email);
    const answers = [await app.get(SecondStepService).startSetup(pendingToken), await step(pendingToken, '000000')];
    expect(answers.map((answer) => isRefusal(answer) && answer.code)).toEqual(['SIGN_IN_EXPIRED', 'SIGN_IN_EXPIRED']);
  });
});
