import { isRefusal, Refusal } from '#kernel';
import { testApp, type TestApp } from '#support';
import { UnitOfWork } from '../database/unit-of-work.js';
import { once } from './once.js';

describe('one submission', () => {
  let app: TestApp;
  let made = 0;

  const submit = (key: string | null, request: unknown = { name: 'Rosa' }) =>
    app.get(UnitOfWork).run((work) =>
      once(work, { operation: 'register', key, request }, () => {
        made += 1;
        return Promise.resolve(`registration ${made}`);
      }),
    );

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(() => {
    made = 0;
  });
  afterAll(() => app.close());

  it('sent five times at once does its work once and answers the same', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit('double-tap')));
    expect(answers).toEqual(Array(5).fill('registration 1'));
    expect(made).toBe(1);
  });

  it('without a key does its work each time: so the key is what holds', async () => {
    await Promise.all(Array.from({ length: 5 }, () => submit(null)));
    expect(made).toBe(5);
  });

  it('with a used key and other data is refused', async () => {
    await submit('used-key', { name: 'Rosa' });
    const answer = await submit('used-key', { name: 'Juan' });
    expect(isRefusal(answer) && answer.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('that was refused is refused again in the same words', async () => {
    const refused = () =>
      app
        .get(UnitOfWork)
        .run((work) =>
          once(work, { operation: 'register', key: 'refused-one', request: {} }, () =>
            Promise.resolve(new Refusal('QUOTA', { taken: 3 }, 'seats')),
          ),
        );
    expect(await refused()).toEqual(new Refusal('QUOTA', { taken: 3 }, 'seats'));
    expect(await refused()).toEqual(new Refusal('QUOTA', { taken: 3 }, 'seats'));
  });

  it('that broke leaves its key free', async () => {
    const broken = app
      .get(UnitOfWork)
      .run((work) =>
        once(work, { operation: 'register', key: 'broken-one', request: {} }, () =>
          Promise.reject(new Error('power cut')),
        ),
      );
    await expect(broken).rejects.toThrow('power cut');
    expect(await submit('broken-one')).toBe('registration 1');
  });
});
