import { roman } from './roman.js';

describe('edition numbers', () => {
  it.each([
    [1, 'I'],
    [2, 'II'],
    [4, 'IV'],
    [9, 'IX'],
    [31, 'XXXI'],
    [1994, 'MCMXCIV'],
    [3999, 'MMMCMXCIX'],
  ])('write %i as %s', (number, numeral) => {
    expect(roman(number)).toBe(numeral);
  });

  it.each([0, -1, 1.5, 4000, NaN])('have no numeral for %p', (number) => {
    expect(() => roman(number)).toThrow(RangeError);
  });
});
