import { codeAt, newSecret, setupOf, stepOf } from './time-code.js';
import { recoveryCodesFrom, tidyCode } from './one-time-code.rules.js';

const now = new Date('2025-06-06T14:00:10Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const here = Math.floor(now.getTime() / 30_000);

describe('a code of the app', () => {
  const secret = newSecret();

  it.each([
    ['now', 0, here],
    ['of the step before', -30, here - 1],
    ['of the step after', 30, here + 1],
    ['of two steps before', -60, null],
    ['of two steps after', 60, null],
  ])('%s belongs to its step', (_, seconds, step) => {
    expect(stepOf(codeAt(secret, later(seconds)), secret, now)).toBe(step);
  });

  it('is that of RFC 6238 for its secret', () => {
    const published = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(codeAt(published, new Date(59_000))).toBe('287082');
  });

  it('is set up by an address that names the product and the account, as text and as a picture', () => {
    const { uri, qr } = setupOf(secret, 'rosa@organiza.example');
    expect(uri).toBe(
      `otpauth://totp/Tinkuy:rosa%40organiza.example?issuer=Tinkuy&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(qr.slice(0, 4)).toBe('<svg');
  });
});

describe('recovery codes', () => {
  it('are two groups of five letters and digits that do not look alike', () => {
    const codes = recoveryCodesFrom(Uint8Array.from({ length: 100 }, (_, at) => at));
    expect([codes.length, codes[0], codes[3]]).toEqual([10, 'ABCDE-FGHJK', '89ABC-DEFGH']);
  });

  it('are read as somebody types them from paper', () => {
    expect(tidyCode(' abcde fghjk ')).toBe(tidyCode('ABCDE-FGHJK'));
  });
});
