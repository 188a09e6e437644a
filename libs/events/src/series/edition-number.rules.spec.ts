import { editionLabel } from './edition-number.rules.js';

describe('the number of an edition is written as the documents do', () => {
  test.each([
    [1, 'roman', 'I'],
    [2, 'roman', 'II'],
    [31, 'ordinal_feminine', '31.ª'],
    [1, 'ordinal_masculine', '1er'],
    [2, 'ordinal_masculine', '2.º'],
    [11, 'ordinal_masculine', '11.º'],
    [13, 'ordinal_masculine', '13er'],
    [21, 'ordinal_masculine', '21er'],
    [7, 'unnumbered', ''],
  ] as const)('%i in the style %s is "%s"', (number, style, expected) => {
    expect(editionLabel(number, style)).toBe(expected);
  });
});
