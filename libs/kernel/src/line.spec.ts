import { isLine, tidyLine } from './line.js';

describe('a line of text', () => {
  it('loses outer space and keeps single inner space', () => {
    expect(tidyLine('  Rosa \t María\r\nQuispe ')).toBe('Rosa María Quispe');
  });

  it.each([
    ['Mamani', true],
    ['Ñahui', true],
    ['12345678', true],
    ['123456789', false],
    ['', false],
    ['a\u0000b', false],
    ['a\nb', false],
    ['a\u2028b', false],
    ['a\u2029b', false],
  ])('%j in at most eight letters: %s', (text, isOne) => {
    expect(isLine(text, 8)).toBe(isOne);
  });
});
