import { groupedBy } from './grouped.js';

it('rows stand under their keys in the order in which they came', () => {
  const groups = groupedBy(['cite', 'muni', 'casa', 'mesa'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['c', ['cite', 'casa']],
    ['m', ['muni', 'mesa']],
  ]);
});
