import { comesFromHere } from './same-origin.js';

const publicUrl = 'https://encuentros.example';

describe('a form', () => {
  it.each([
    ['of the same origin, as the browser says', { fetchSite: 'same-origin', origin: 'null' }, true],
    ['that somebody typed in or opened from a bookmark', { fetchSite: 'none' }, true],
    ['of another site, as the browser says', { fetchSite: 'cross-site', origin: publicUrl }, false],
    ['of a neighbour under the same domain', { fetchSite: 'same-site', origin: 'https://otro.example' }, false],
    ['of the public address, from an older browser', { origin: publicUrl, host: '10.0.0.5:3000' }, true],
    [
      'of the host that was asked, over plain http',
      { origin: 'http://192.168.1.7:3000', host: '192.168.1.7:3000' },
      true,
    ],
    ['of another site, from an older browser', { origin: 'https://malo.example', host: 'encuentros.example' }, false],
    ['of a page that hides its origin', { origin: 'null', host: 'encuentros.example' }, false],
    ['sent by a program', { host: 'encuentros.example' }, true],
  ])('%s', (_, origins, isAccepted) => {
    expect(comesFromHere(origins, publicUrl)).toBe(isAccepted);
  });
});
