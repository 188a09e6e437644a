import { languageOf } from './viewer-language.js';

describe('the language of a request', () => {
  it.each([
    ['what the address asks for, before all', { query: 'en', cookie: 'es', acceptLanguage: 'es' }, 'en'],
    ['what the browser keeps', { query: undefined, cookie: 'en', acceptLanguage: 'es' }, 'en'],
    [
      'what the browser prefers',
      { query: undefined, cookie: undefined, acceptLanguage: 'en-GB,en;q=0.9,es;q=0.8' },
      'en',
    ],
    [
      'by quality, not by order',
      { query: undefined, cookie: undefined, acceptLanguage: 'en;q=0.3, es-PE;q=0.9' },
      'es',
    ],
    [
      'the first that is spoken',
      { query: undefined, cookie: undefined, acceptLanguage: 'qu, de;q=0.9, en;q=0.1' },
      'en',
    ],
    ['never one that is refused', { query: undefined, cookie: undefined, acceptLanguage: 'en;q=0' }, 'es'],
    ['Spanish when nothing is known', { query: undefined, cookie: undefined, acceptLanguage: undefined }, 'es'],
    ['Spanish when the wishes are nonsense', { query: ['en'], cookie: 'xx', acceptLanguage: ';;;=,' }, 'es'],
  ] as const)('is %s', (_, wishes, language) => {
    expect(languageOf(wishes)).toBe(language);
  });
});
