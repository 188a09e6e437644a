import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { anonymous, testApp, testPassword, testStart, type TestApp } from '#support';
import type { Logger } from 'typeorm';
import { AccountService } from '../accounts/account.service.js';
import { SignInService } from './sign-in.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

/** Every statement that the body sends to the database, without its values. */
async function statementsOf(body: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const logger = app.dataSource.logger;
  const listening: Partial<Logger> = { logQuery: (query) => void statements.push(query) };
  app.dataSource.logger = { ...silent, ...listening };
  try {
    await body();
  } finally {
    app.dataSource.logger = logger;
  }
  return statements;
}

const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

const attempt = (email: string) =>
  statementsOf(() =>
    app.get(SignInService).signIn(anonymous, { email, password: 'not the password', address: '192.0.2.7' }),
  );

async function timesOf(email: string): Promise<number[]> {
  const times = [];
  for (let n = 0; n < 6; n += 1) {
    const start = performance.now();
    await app.get(SignInService).signIn(anonymous, { email, password: testPassword.toUpperCase(), address: newId() });
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

describe('whether an address has an account is not told', () => {
  let known: string;

  beforeAll(async () => {
    known = `${newId()}@organiza.example`;
    const made = await app
      .get(AccountService)
      .create(theSystem, { email: known, name: 'Rosa Quispe', password: testPassword });
    if (isRefusal(made)) throw new Error(made.code);
  });

  it('by the work that is done: the same statements in the same order', async () => {
    const [forKnown, forUnknown] = [await attempt(known), await attempt('nadie@organiza.example')];
    expect(forUnknown).toEqual(forKnown);
    expect(forKnown.length).toBeGreaterThan(3);
  });

  it('by a password that is not hashed: both pay the price of argon2id', async () => {
    await timesOf('nadie@organiza.example');
    const [forKnown, forUnknown] = [await timesOf(known), await timesOf('nadie@organiza.example')];
    // The fastest of each: what else the machine does only makes them slower.
    const ratio = forUnknown[0] / forKnown[0];
    expect(ratio > 0.25 && ratio < 4).toBe(true);
  });
});
