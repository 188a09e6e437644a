import { ownPath } from './own-path.rules.js';

it.each([
  ['/panel/e/encuentro?buscar=x#y', '/panel/e/encuentro?buscar=x#y'],
  ['//malo.example', '/panel'],
  ['/\\\\malo.example', '/panel'],
  ['/\t/malo.example', '/panel'],
  ['https://malo.example/panel', '/panel'],
  ['javascript:alert(1)', '/panel'],
  ['panel', '/panel'],
  [undefined, '/panel'],
  [['/a', '/b'], '/panel'],
])('%j leads to %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path);
});
