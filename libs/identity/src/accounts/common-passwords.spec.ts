import { commonPasswords } from './common-passwords.js';

it('what others chose before is at hand, in lower case', () => {
  const common = commonPasswords();
  const samples = ['password', 'qwertyuiop', 'unbelievable', 'el rio baja crecido'];
  expect(samples.map((sample) => common.has(sample))).toEqual([true, true, true, false]);
  expect([...common].filter((word) => word !== word.toLowerCase())).toEqual([]);
});
