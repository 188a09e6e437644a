import fc from 'fast-check';
import { dayName, dayOf, instantOf, isZone, localTimeOf, nextDay, startOfDay, timeOf, zoneName } from './zone.js';

describe('wall-clock times', () => {
  it('reads a time in the zone of the event', () => {
    expect(instantOf('2025-06-20T09:00', 'America/Lima')).toEqual(new Date('2025-06-20T14:00:00Z'));
    expect(instantOf('2025-06-20T09:00', 'America/La_Paz')).toEqual(new Date('2025-06-20T13:00:00Z'));
    expect(instantOf('2025-09-05T09:00', 'Asia/Seoul')).toEqual(new Date('2025-09-05T00:00:00Z'));
  });

  it('knows that a time which the clocks skip does not exist', () => {
    expect(instantOf('2025-03-30T02:30', 'Europe/Madrid')).toBeNull();
    expect(instantOf('2025-09-07T00:30', 'America/Santiago')).toBeNull();
  });

  it('reads a time that the clocks show twice as the first', () => {
    expect(instantOf('2025-10-26T02:30', 'Europe/Madrid')).toEqual(new Date('2025-10-26T00:30:00Z'));
  });

  it.each(['', 'mañana', '2025-02-30T09:00', '2025-06-20T25:00', '2025-13-01T00:00'])(
    'refuses %p, which is no time',
    (text) => {
      expect(instantOf(text, 'America/Lima')).toBeNull();
    },
  );

  it('gives back the same wall-clock time for any instant, to the minute', () => {
    const zones = fc.constantFrom('America/Lima', 'America/La_Paz', 'Asia/Seoul');
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 40 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + minute * 60_000);
        expect(instantOf(localTimeOf(instant, zone), zone)).toEqual(instant);
      }),
    );
  });
});

describe('calendar days', () => {
  it('belong to the zone, not to Greenwich', () => {
    const evening = new Date('2025-06-21T02:00:00Z');
    expect(dayOf(evening, 'America/Lima')).toBe('2025-06-20');
    expect(timeOf(evening, 'America/Lima')).toBe('21:00');
    expect(dayOf(evening, 'Asia/Seoul')).toBe('2025-06-21');
  });

  it('start at midnight of the zone and follow one another', () => {
    expect(startOfDay('2025-06-20', 'America/Lima')).toEqual(new Date('2025-06-20T05:00:00Z'));
    expect(nextDay('2025-12-31')).toBe('2026-01-01');
  });

  it('are written as people say them', () => {
    expect(dayName('2025-06-20', 'es')).toBe('viernes 20 de junio');
    expect(dayName('2025-06-20', 'en')).toBe('Friday 20 June');
  });
});

describe('zones', () => {
  it('are called as people call them, with their offset', () => {
    const instant = new Date('2025-06-20T14:00:00Z');
    expect(zoneName('America/Lima', instant, 'es')).toBe('hora de Perú (UTC−5)');
    expect(zoneName('America/La_Paz', instant, 'en')).toBe('Bolivia time (UTC−4)');
    expect(zoneName('Asia/Seoul', instant, 'es')).toBe('hora de Corea (UTC+9)');
  });

  it('are known by their IANA name only', () => {
    expect(isZone('America/Lima')).toBe(true);
    expect(isZone('Lima')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});
