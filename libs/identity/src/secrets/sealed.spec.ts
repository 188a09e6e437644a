import { keyedHash, seal, unseal } from './sealed.js';

const [secret, other] = ['a secret of the tests, long enough', 'another secret of the tests, long'];

describe('a sealed secret', () => {
  it('opens for the row and the SECRET that it was sealed for', () => {
    const sealed = seal(secret, 'authenticator', 'row', 'JBSWY3DPEHPK3PXP');
    expect(unseal(secret, 'authenticator', 'row', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(sealed.includes('JBSWY3DP')).toBe(false);
  });

  it('is another text each time', () => {
    const twice = [1, 2].map(() => seal(secret, 'authenticator', 'row', 'x'));
    expect(new Set(twice).size).toBe(2);
  });

  it.each([
    ['another SECRET', () => unseal(other, 'authenticator', 'row', seal(secret, 'authenticator', 'row', 'x'))],
    ['another row', () => unseal(secret, 'authenticator', 'other', seal(secret, 'authenticator', 'row', 'x'))],
    ['another purpose', () => unseal(secret, 'recovery-code', 'row', seal(secret, 'authenticator', 'row', 'x'))],
  ])('opens under no %s', (_, open) => {
    expect(open).toThrow();
  });
});

it('a keyed digest depends on the SECRET and on its purpose', () => {
  const digests = [
    keyedHash(secret, 'recovery-code', 'x'),
    keyedHash(other, 'recovery-code', 'x'),
    keyedHash(secret, 'oidc', 'x'),
  ];
  expect(new Set(digests).size).toBe(3);
});
