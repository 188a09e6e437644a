import { newId } from '#kernel';
import { testApp, testStart, type TestApp } from '#support';
import { AttemptLimit } from './attempt-limit.js';
import { AttemptRepository } from './attempt.repository.js';
import type { Attempt } from './attempt.rules.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const minutes = (count: number): number => count * 60_000;

const attemptAt = (subject: string, address: string): Attempt => ({ deed: 'mailed-code', subject, address });

/** How many of the attempts may go on. */
async function allowed(attempts: readonly Attempt[]): Promise<number> {
  let count = 0;
  for (const attempt of attempts) if ((await app.get(AttemptLimit).claim(attempt)) === null) count += 1;
  return count;
}

const addresses = (count: number, net: string) => Array.from({ length: count }, (_, n) => `${net}.${n + 1}`);

describe('attempts', () => {
  it('on one subject are ten from one address and thirty from all together', async () => {
    const subject = newId();
    const attempts = addresses(5, '198.51.100').flatMap((address) =>
      Array<Attempt>(12).fill(attemptAt(subject, address)),
    );
    expect(await allowed(attempts.slice(0, 12))).toBe(10);
    expect(await allowed(attempts.slice(12))).toBe(20);
  });

  it('from one address are a hundred, whatever they try', async () => {
    const attempts = Array.from({ length: 120 }, () => attemptAt(newId(), '203.0.113.1'));
    expect(await allowed(attempts)).toBe(100);
  });

  it('come back with a right guess: all of the subject, and only that one of the address', async () => {
    const address = '203.0.113.2';
    const subject = newId();
    expect(await allowed(Array.from({ length: 9 }, () => attemptAt(subject, address)))).toBe(9);
    await app.get(AttemptLimit).forgive(attemptAt(subject, address));
    expect(await allowed(Array.from({ length: 12 }, () => attemptAt(subject, address)))).toBe(10);
    // 9 - 1 + 10 are counted on the address: two of the twelve were stopped before.
    expect(await allowed(Array.from({ length: 90 }, () => attemptAt(newId(), address)))).toBe(82);
  });

  it('of one thing leave those of another alone', async () => {
    const [subject, address] = [newId(), '203.0.113.3'];
    await allowed(Array.from({ length: 12 }, () => attemptAt(subject, address)));
    expect(await app.get(AttemptLimit).claim({ deed: 'sign-in', subject, address })).toBeNull();
  });

  it('are all there again fifteen minutes after the first', async () => {
    const attempt = attemptAt(newId(), '203.0.113.4');
    await allowed(Array<Attempt>(10).fill(attempt));
    app.clock.advance(minutes(15) - 1);
    expect(await allowed([attempt])).toBe(0);
    app.clock.advance(1);
    expect(await allowed([attempt])).toBe(1);
  });

  it('are forgotten when they are old, and only then', async () => {
    app.clock.advance(minutes(60));
    const [old, present] = [attemptAt(newId(), '203.0.113.5'), attemptAt(newId(), '203.0.113.6')];
    await allowed(Array<Attempt>(10).fill(old));
    app.clock.advance(minutes(15) + 1);
    await allowed(Array<Attempt>(7).fill(present));
    await app.get(AttemptLimit).forgetOld();
    const rows = await app.dataSource.query<object[]>('SELECT attempts FROM sign_in_throttle');
    expect(rows).toEqual([{ attempts: 7 }, { attempts: 7 }, { attempts: 7 }]);
  });
});

describe('forty attempts at once', () => {
  const counter = (of: string) => ({ of, allowed: 10 });

  it('do not pass the limit together', async () => {
    const one = counter(newId());
    const attempts = Array.from({ length: 40 }, () => app.get(AttemptRepository).claim(one, testStart));
    expect((await Promise.all(attempts)).filter((usedUp) => usedUp === null).length).toBe(10);
  });

  it('would, if the count were read first and written after', async () => {
    const key = newId();
    await app.dataSource.query('INSERT INTO sign_in_throttle VALUES ($1, 0, $2)', [key, testStart]);
    let readers = 0;
    let release: () => void = () => undefined;
    const everybodyHasRead = new Promise<void>((resolve) => (release = resolve));
    const naive = async (): Promise<boolean> => {
      const [{ attempts }] = await app.dataSource.query<{ attempts: number }[]>(
        'SELECT attempts FROM sign_in_throttle WHERE key = $1',
        [key],
      );
      if (++readers === 40) release();
      await everybodyHasRead;
      if (attempts >= 10) return false;
      await app.dataSource.query('UPDATE sign_in_throttle SET attempts = $2 WHERE key = $1', [key, attempts + 1]);
      return true;
    };
    const answers = await Promise.all(Array.from({ length: 40 }, naive));
    expect(answers.filter(Boolean).length).toBe(40);
  });
});
