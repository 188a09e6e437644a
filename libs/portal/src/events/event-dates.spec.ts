import { dateRange, dayHeading, dayLink } from './event-dates.js';
import { neighbourHour } from './neighbour-zones.js';

describe('the days of an event are written as short as they allow', () => {
  test.each([
    ['2025-06-20', '2025-06-21', '20–21 de junio de 2025', '20–21 June 2025'],
    ['2024-02-23', '2024-02-23', '23 de febrero de 2024', '23 February 2024'],
    ['2025-06-30', '2025-07-02', '30 de junio – 2 de julio de 2025', '30 June – 2 July 2025'],
    ['2025-12-31', '2026-01-01', '31 de diciembre de 2025 – 1 de enero de 2026', '31 December 2025 – 1 January 2026'],
  ])('%s to %s', (from, to, es, en) => {
    expect([dateRange(from, to, 'es'), dateRange(from, to, 'en')]).toEqual([es, en]);
  });
});

test('a day has a heading and a shorter name in links', () => {
  expect([dayHeading('2025-06-20', 'es'), dayLink('2025-06-20', 'es')]).toEqual(['Viernes 20 de junio', 'Viernes 20']);
  expect([dayHeading('2025-06-20', 'en'), dayLink('2025-06-20', 'en')]).toEqual(['Friday 20 June', 'Friday 20']);
});

test('neighbours are told by how much their clocks differ', () => {
  const june = new Date('2025-06-20T14:00Z');
  expect(neighbourHour('America/Lima', june, 'es')).toBe('Bolivia: una hora más.');
  expect(neighbourHour('America/La_Paz', june, 'en')).toBe('Peru: one hour less.');
  expect(neighbourHour('Asia/Seoul', june, 'es')).toBe('');
});
