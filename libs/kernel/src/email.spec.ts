import fc from 'fast-check';
import { isEmail, tidyEmail } from './email.js';

describe('an e-mail address', () => {
  it.each(['rosa.quispe@demo.example', 'a@b.pe', 'alcaldía@muni.gob.pe', 'x+y@sub.demo.example'])(
    'may be %p',
    (text) => {
      expect(isEmail(text)).toBe(true);
    },
  );

  it.each([
    'a@b.pe,c@d.pe',
    'a@b.pe;c@d.pe',
    'a@b.pe\r\nBcc: c@d.pe',
    'a@b.pe\n',
    'Rosa <a@b.pe>',
    'a b@c.pe',
    'a@b',
    '@b.pe',
    'a@',
    'a..b@c.pe',
    'a@-b.pe',
    '',
  ])('may not be %p', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  it('never carries what could name a second recipient', () => {
    const withSeparator = fc.tuple(fc.string(), fc.constantFrom(',', ';', '\r', '\n', '<', '>', ' '), fc.string());
    fc.assert(fc.property(withSeparator, ([before, separator, after]) => !isEmail(before + separator + after)));
  });

  it('is compared trimmed and with its domain in lower case', () => {
    expect(tidyEmail('  Rosa@Demo.EXAMPLE ')).toBe('Rosa@demo.example');
  });
});
