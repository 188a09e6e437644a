import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { anonymous, testApp, testPassword, testStart, type TestApp } from '#support';
import { AccountService } from '../accounts/account.service.js';
import { SignInService } from './sign-in.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

async function anAccount(): Promise<{ id: string; email: string }> {
  const email = `${newId()}@organiza.example`;
  const made = await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return { id: made.id, email };
}

async function attempt(email: string, password: string, address = '192.0.2.7'): Promise<string> {
  const answer = await app.get(SignInService).signIn(anonymous, { email, password, address });
  return isRefusal(answer) ? answer.code : 'in';
}

async function fail(email: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await attempt(email, 'not the password');
}

const minutes = (count: number): number => count * 60_000;

describe('after ten failures', () => {
  it('even the right password must wait, from that address alone', async () => {
    const { email } = await anAccount();
    await fail(email, 10);
    expect(await attempt(email, testPassword)).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt(email.toUpperCase(), testPassword)).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt(email, testPassword, '192.0.2.8')).toBe('in');
  });

  it('fifteen minutes after the first, all attempts are there again', async () => {
    const { email } = await anAccount();
    await fail(email, 10);
    app.clock.advance(minutes(15) - 1);
    expect(await attempt(email, testPassword)).toBe('TOO_MANY_ATTEMPTS');
    app.clock.advance(1);
    expect(await attempt(email, testPassword)).toBe('in');
  });

  it('an unknown address is answered as a known one', async () => {
    const email = 'nadie@organiza.example';
    await fail(email, 10);
    expect(await attempt(email, testPassword)).toBe('TOO_MANY_ATTEMPTS');
  });
});

it('a success gives all attempts back', async () => {
  const { email } = await anAccount();
  await fail(email, 9);
  expect(await attempt(email, testPassword)).toBe('in');
  await fail(email, 9);
  expect(await attempt(email, testPassword)).toBe('in');
});
