import { hashPassword, isPasswordOf } from './password.js';

describe('a password', () => {
  it('is kept as argon2id and known again', async () => {
    const hash = await hashPassword('una frase bien larga');
    expect(hash.split('$').slice(1, 4)).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
    expect(await isPasswordOf(hash, 'una frase bien larga')).toBe(true);
    expect(await isPasswordOf(hash, 'otra frase bien larga')).toBe(false);
  });

  it('is never that of nobody', async () => {
    expect(await isPasswordOf(null, 'the password of nobody')).toBe(false);
  });

  it('takes the time of a check also for nobody, so that time does not tell who has an account', async () => {
    const hash = await hashPassword('una frase bien larga');
    const fastest = async (of: string | null): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1) {
        const began = performance.now();
        await isPasswordOf(of, 'otra frase bien larga');
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const [somebody, nobody] = [await fastest(hash), await fastest(null)];
    expect(nobody).toBeGreaterThan(somebody / 3);
    expect(nobody).toBeLessThan(somebody * 3);
  });
});
