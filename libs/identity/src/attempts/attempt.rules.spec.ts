import { wordsOf } from '#kernel';
import { tooManyAttempts } from './attempt.rules.js';

const began = new Date('2025-06-06T14:00:00Z');

describe('the refusal of one attempt too many', () => {
  it.each([
    ['2025-06-06T14:00:00Z', 15],
    ['2025-06-06T14:05:01Z', 10],
    ['2025-06-06T14:14:59Z', 1],
    ['2025-06-06T14:20:00Z', 1],
  ])('at %s says to wait %i min', (now, minutes) => {
    expect(tooManyAttempts(began, new Date(now)).details).toEqual({ minutes });
  });

  it('says so in words', () => {
    const refusal = tooManyAttempts(began, began);
    expect(wordsOf(refusal, 'es')).toBe('Hubo demasiados intentos seguidos. Espere 15 min y vuelva a intentar.');
  });
});
