import { clashes } from './meeting-request.rules.js';

it('sees no clash in an empty day', () => {
  const slot = { start: new Date(0), end: new Date(1) };
  expect(clashes(slot, [])).toBe(false);
});
