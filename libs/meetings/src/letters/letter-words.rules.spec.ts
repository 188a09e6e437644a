import { describe, expect, it } from '@jest/globals';
import { instantWords, placeWords, slotWords, untilWords } from './letter-words.rules.js';

const startsAt = new Date('2025-06-20T14:20:00Z');
const endsAt = new Date('2025-06-20T14:40:00Z');

describe('the words of a letter', () => {
  it('tell a slot by its day, times and zone', () => {
    expect(slotWords({ startsAt, endsAt }, 'America/Lima')).toEqual({
      es: 'viernes 20 de junio, 09:20–09:40, hora de Perú (UTC−5)',
      en: 'Friday 20 June, 09:20–09:40, Peru time (UTC−5)',
    });
  });

  it('tell an instant in the zone of the event, not of the machine', () => {
    expect(instantWords(startsAt, 'Asia/Seoul').es).toBe('viernes 20 de junio, 23:20, hora de Corea (UTC+9)');
  });

  it('tell a table by its number, and where it stands', () => {
    expect(placeWords({ number: 3, name: null }, null).es).toBe('Mesa 3');
    expect(placeWords({ number: 3, name: 'junto a la ventana' }, 'Salón Qosqo')).toEqual({
      es: 'Mesa 3 (junto a la ventana), Salón Qosqo',
      en: 'Table 3 (junto a la ventana), Salón Qosqo',
    });
  });

  it.each([
    [24 * 60, 'en 24 horas'],
    [60, 'en 1 hora'],
    [59, 'en 59 minutos'],
  ])('tell %i minutes ahead as “%s”', (minutes, es) => {
    expect(untilWords(new Date(startsAt.getTime() - minutes * 60_000), startsAt).es).toBe(es);
  });
});
