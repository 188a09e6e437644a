import { searchPattern } from './search-pattern.js';

describe('what is looked for', () => {
  it('stands anywhere in the text', () => {
    expect(searchPattern(' rosa ')).toBe('%rosa%');
  });

  it('takes wildcards for the letters that they are', () => {
    expect(searchPattern('100 %_\\')).toBe('%100 \\%\\_\\\\%');
  });

  it('is nothing when only blanks were typed', () => {
    expect([searchPattern('  '), searchPattern(null), searchPattern(undefined)]).toEqual([null, null, null]);
  });
});
