import { dueOn, wordsFault } from './privacy-request.rules.js';

describe('a request about one’s data', () => {
  it.each([
    ['access', '2025-06-06', '2025-07-04'],
    ['rectification', '2025-06-06', '2025-06-20'],
    ['cancellation', '2025-06-07', '2025-06-20'],
    ['opposition', '2025-06-09', '2025-06-23'],
  ] as const)('for %s of %s is to be answered by %s', (kind, askedOn, due) => {
    expect(dueOn(kind, askedOn)).toBe(due);
  });

  it('needs words, of a bounded length and without control characters', () => {
    const codes = ['', 'x'.repeat(2_001), 'a\u0000b', 'Mi apellido es\nQuispe'].map(
      (words) => wordsFault(words, 'palabras')?.code,
    );
    expect(codes).toEqual(['PRIVACY_WORDS_WRONG', 'PRIVACY_WORDS_WRONG', 'PRIVACY_WORDS_WRONG', undefined]);
  });
});
