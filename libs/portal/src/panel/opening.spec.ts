import { openingOf } from './opening.js';

const openings = ['/', '/people', '/people/$personId', '/e/$slug', '/e/$slug/rooms', '/e/$slug/$other'].map((path) => ({
  path,
  scripts: [],
  styles: [],
}));

it.each([
  ['', '/'],
  ['people', '/people'],
  ['/people/42', '/people/$personId'],
  ['e/ii-encuentro', '/e/$slug'],
  ['e/ii-encuentro/rooms/', '/e/$slug/rooms'],
  ['e/ii-encuentro/elsewhere', '/e/$slug/$other'],
  ['nowhere', undefined],
  ['e/ii-encuentro/rooms/1', undefined],
])('the screen at %j is %j', (address, path) => {
  expect(openingOf(openings, address)?.path).toBe(path);
});
