import { declareRefusals, isRefusal, Refusal, refusalCodes, wordsOf } from './refusal.js';

const refusals = declareRefusals({
  ROOM_TOO_SMALL: {
    es: 'La sala tiene {capacity} asientos. Elija otra.',
    en: 'The room has {capacity} seats. Choose another.',
  },
});

describe('a refusal', () => {
  it('says why and how to mend it, in the language of whoever reads', () => {
    const refusal = refusals.ROOM_TOO_SMALL({ capacity: 40 }, 'roomId');
    expect(wordsOf(refusal, 'es')).toBe('La sala tiene 40 asientos. Elija otra.');
    expect(wordsOf(refusal, 'en')).toBe('The room has 40 seats. Choose another.');
    expect(refusal.field).toBe('roomId');
  });

  it('is told apart from an answer', () => {
    expect(isRefusal(refusals.ROOM_TOO_SMALL())).toBe(true);
    expect(isRefusal({ code: 'ROOM_TOO_SMALL' })).toBe(false);
  });

  it('is declared once', () => {
    expect(() => declareRefusals({ ROOM_TOO_SMALL: { es: '', en: '' } })).toThrow(
      'The refusal ROOM_TOO_SMALL is declared twice',
    );
    expect(refusalCodes['ROOM_TOO_SMALL']).toBe('ROOM_TOO_SMALL');
  });

  it('never reaches a reader without words or with a detail missing', () => {
    expect(() => wordsOf(new Refusal('NEVER_DECLARED'), 'es')).toThrow('The refusal NEVER_DECLARED was never declared');
    expect(() => wordsOf(refusals.ROOM_TOO_SMALL(), 'es')).toThrow('No value for {capacity}');
  });
});
