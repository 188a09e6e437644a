import { redacted, withoutPersonalData } from './log-redaction.js';

describe('what is logged', () => {
  it.each([
    ['duplicate key: Key (email)=(rosa@muni.gob.pe) already exists.', 'duplicate key: Key (email)=(…) already exists.'],
    ['invalid input syntax for type uuid: "Rosa Quispe"', 'invalid input syntax for type uuid: "…"'],
    ['Failing row contains (1, Rosa, null).', 'Failing row contains (…).'],
    ['550 5.1.1 <rosa.quispe@muni.gob.pe>: unknown', '550 5.1.1 <<address>>: unknown'],
    ['call +51 984 000 111 or 48213377', 'call <number> or <number>'],
    [`GET /d/${'x'.repeat(43)}?persona=1`, 'GET /d/<token>?persona=1'],
    [
      'person 12345678-1234-4123-8123-123456789012 at service.js:120:15',
      'person 12345678-1234-4123-8123-123456789012 at service.js:120:15',
    ],
  ])('%s', (text, without) => {
    expect(withoutPersonalData(text)).toBe(without);
  });

  it('is searched wherever it stands, and numbers that are counts stay', () => {
    const error = new Error('no such person rosa@muni.gob.pe');
    const { message, list, position, cause } = redacted({
      message: 'a rosa@muni.gob.pe',
      list: ['984000111'],
      position: 12_345_678,
      cause: error,
    }) as { message: string; list: string[]; position: number; cause: { message: string } };
    expect([message, list, position, cause.message]).toEqual([
      'a <address>',
      ['<number>'],
      12_345_678,
      'no such person <address>',
    ]);
  });
});
